//! Columns that are not read: the ones that nobody needs, and the ones that are left out for people's sake.

use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::receipt::Private;

/// Keys of columns that are dropped wherever they stand.
#[rustfmt::skip]
const PRIVATE: &[(Private, &[&str])] = &[
    (Private::IpAddress, &["ip", "ipaddress", "ipaddr", "clientip", "remoteip", "ipadresse", "adresseip", "direcciónip"]),
    (Private::Place, &["latitude", "longitude", "locationlatitude", "locationlongitude", "lat", "lng", "lon", "gps",
        "geolocation", "coordinates", "location", "ort", "emplacement", "lieu", "ubicación"]),
    (Private::FreeText, &["comments", "comment", "notes", "note", "description", "feedback", "remarks", "freetext",
        "message", "body", "quizfeedback", "kommentar", "bemerkung", "anmerkung", "commentaire", "remarque", "comentario",
        "observaciones", "beschreibung", "descripción", "billinginformation", "remark", "answer", "response", "state"]),
];

/// The columns that are ignored, and those that are dropped.
pub fn columns(header: &Header<'_>, plan: &Plan) -> (Vec<usize>, Vec<(usize, Private)>) {
    let used = plan.used();
    let (mut ignored, mut dropped) = (Vec::new(), Vec::new());
    for column in (0..header.width()).filter(|column| used.binary_search(column).is_err()) {
        let private = PRIVATE.iter().find(|(_, keys)| keys.contains(&header.key(column))).map(|(why, _)| *why);
        let free = plan.free_text.contains(&column).then_some(Private::FreeText);
        match private.or(free) {
            Some(why) => dropped.push((column, why)),
            None => ignored.push(column),
        }
    }
    (ignored, dropped)
}
