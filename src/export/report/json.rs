//! JSON written key by key, so that long lists need not be held and short ones are left to serde.

use serde::Serialize;

use crate::analysis::Pair;

pub type Written = Result<(), serde_json::Error>;

/// An object on its way into a text.
pub struct Object<'a> {
    json: &'a mut Vec<u8>,
    empty: bool,
}

impl Object<'_> {
    /// Writes one object; `keys` writes what is in it.
    pub fn write(json: &mut Vec<u8>, keys: impl FnOnce(&mut Object<'_>) -> Written) -> Written {
        json.push(b'{');
        keys(&mut Object { json, empty: true })?;
        json.push(b'}');
        Ok(())
    }

    pub fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Written {
        self.key(key);
        serde_json::to_writer(&mut *self.json, value)
    }

    /// Each of `values` in the shape it has in the report.
    pub fn list<'v, S: Serialize + From<&'v T>, T: 'v>(
        &mut self,
        key: &str,
        values: impl IntoIterator<Item = &'v T>,
    ) -> Written {
        self.field(key, &values.into_iter().map(S::from).collect::<Vec<_>>())
    }

    pub fn object(&mut self, key: &str, keys: impl FnOnce(&mut Object<'_>) -> Written) -> Written {
        self.key(key);
        Object::write(self.json, keys)
    }

    /// The pairs of a comparison; `names` are those of the groups compared. Written piece by piece, as 800 teams make
    /// 320 000 of them: the names are escaped once and the keys not at all.
    pub fn pairs(&mut self, key: &str, names: &[&str], pairs: impl Iterator<Item = Pair>) -> Written {
        let as_json: Vec<Vec<u8>> = names.iter().map(serde_json::to_vec).collect::<Result<_, _>>()?;
        self.key(key);
        self.json.push(b'[');
        for (at, pair) in pairs.enumerate() {
            let begin: &[u8] = if at == 0 { b"{\"a\":" } else { b",{\"a\":" };
            self.json.extend_from_slice(begin);
            self.json.extend_from_slice(&as_json[pair.a as usize]);
            self.json.extend_from_slice(b",\"b\":");
            self.json.extend_from_slice(&as_json[pair.b as usize]);
            self.number(b",\"chi2\":", pair.chi2)?;
            self.number(b",\"p\":", pair.p)?;
            self.number(b",\"p_holm\":", pair.p_holm)?;
            self.number(b",\"rmst_difference\":", pair.rmst_difference)?;
            self.number(b",\"lower\":", pair.band.map(|band| band.lower))?;
            self.number(b",\"upper\":", pair.band.map(|band| band.upper))?;
            self.json.push(b'}');
        }
        self.json.push(b']');
        Ok(())
    }

    #[inline]
    fn number<const N: usize>(&mut self, key: &[u8; N], value: Option<f64>) -> Written {
        self.json.extend_from_slice(key);
        serde_json::to_writer(&mut *self.json, &value)
    }

    /// `key` is a word of report.md and needs no escaping.
    fn key(&mut self, key: &str) {
        if !self.empty {
            self.json.push(b',');
        }
        self.empty = false;
        self.json.push(b'"');
        self.json.extend_from_slice(key.as_bytes());
        self.json.extend_from_slice(b"\":");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Band;

    #[test]
    fn what_is_written_reads_back() {
        let known = Pair {
            a: 0,
            b: 1,
            chi2: Some(1.5),
            p: Some(0.25),
            p_holm: Some(1.0),
            rmst_difference: Some(-2.0),
            band: Some(Band { lower: -3.0, upper: -1.0 }),
        };
        let unknown = Pair { b: 2, chi2: None, p: None, p_holm: None, rmst_difference: None, band: None, ..known };
        let mut json = Vec::new();
        let written = Object::write(&mut json, |object| {
            object.object("none", |_| Ok(()))?;
            object.field("list", &[1, 2])?;
            object.pairs("pairs", &["a \"b\"", "c", "é\n"], [known, unknown].into_iter())?;
            object.pairs("no_pairs", &[], std::iter::empty())
        });
        assert!(written.is_ok());
        let found: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let expected = serde_json::json!({
            "none": {},
            "list": [1, 2],
            "pairs": [
                {"a": "a \"b\"", "b": "c", "chi2": 1.5, "p": 0.25, "p_holm": 1.0, "rmst_difference": -2.0,
                    "lower": -3.0, "upper": -1.0},
                {"a": "a \"b\"", "b": "é\n", "chi2": null, "p": null, "p_holm": null, "rmst_difference": null,
                    "lower": null, "upper": null}
            ],
            "no_pairs": []
        });
        assert_eq!(found, expected);
    }
}
