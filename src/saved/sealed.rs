//! Texts for local storage: version, checksum (XXH3) and payload (postcard), the latter two in hexadecimal.

use std::error::Error;
use std::fmt;

use serde::{Serialize, de::DeserializeOwned};
use xxhash_rust::xxh3::xxh3_64;

use crate::t;

/// Why a stored text could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    Newer { found: u32, known: u32 },
    Damaged { why: String },
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Unusable::Newer { found, known } => {
                t!("written by a newer Rampline (form {found}); this one reads up to {known}", found, known)
            }
            Unusable::Damaged { why } => t!("damaged: {why}", why),
        };
        f.write_str(&text)
    }
}

impl Error for Unusable {}

fn damaged(why: &str) -> Unusable {
    Unusable::Damaged { why: why.to_owned() }
}

pub fn write(version: u32, content: &impl Serialize) -> Result<String, postcard::Error> {
    let payload = postcard::to_allocvec(content)?;
    Ok(format!("{version} {} {}", checksum(&payload), hex(&payload)))
}

/// Version and payload. The version is looked at first: a newer one may sum its payload in another way.
pub fn open(text: &str, known: u32) -> Result<(u32, Vec<u8>), Unusable> {
    let mut parts = text.split(' ');
    let version =
        parts.next().and_then(|v| v.parse().ok()).ok_or_else(|| damaged(t!("no version at the beginning")))?;
    if version > known {
        return Err(Unusable::Newer { found: version, known });
    }
    let (Some(expected), Some(payload), None) = (parts.next(), parts.next().and_then(bytes), parts.next()) else {
        return Err(damaged(t!("something else than a version, a checksum and a payload")));
    };
    if checksum(&payload) != expected {
        return Err(damaged(t!("the checksum is of another payload")));
    }
    Ok((version, payload))
}

pub fn read<T: DeserializeOwned>(payload: &[u8]) -> Result<T, Unusable> {
    postcard::from_bytes(payload).map_err(|e| damaged(&e.to_string()))
}

fn checksum(payload: &[u8]) -> String {
    format!("{:016x}", xxh3_64(payload))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect())?
}
