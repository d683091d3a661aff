//! Invented people: first names and surnames from everywhere, put together by number.

const FIRST: [&str; 41] = [
    "Amara", "Björn", "Chiara", "Dewi", "Emeka", "Fatou", "Grzegorz", "Hana", "Idris", "Joana", "Kaito", "Leïla",
    "Mirek", "Nadia", "Oisín", "Priya", "Quentin", "Rosa", "Søren", "Tamsin", "Ulrike", "Viktor", "Wanjiru", "Xenia",
    "Yusuf", "Zoë", "Anouk", "Bashir", "Catarina", "Declan", "Elif", "Femke", "Gwen", "Henrik", "Ilse", "Jarek",
    "Katya", "Łucja", "Mateus", "Niamh", "Olu",
];

const LAST: [&str; 47] = [
    "Abara", "Brandt", "Carvalho", "Dunne", "Eklund", "Fairley", "Gómez", "Hollis", "Ibarra", "Jansen", "Kowal",
    "Lindahl", "Marsh", "Nowicka", "Okoro", "Pereira", "Quigley", "Rahman", "Sáenz", "Thorne", "Uzun", "Verbeek",
    "Whitlow", "Xhaferi", "Yamada", "Zawada", "Ashdown", "Bianchi", "Çelik", "Devlin", "Ferreira", "Garrick", "Haddad",
    "Iyer", "Jurić", "Kessler", "Lavoie", "Mwangi", "Nyberg", "O'Hara", "Pryce", "Rossi", "Strand", "Tanaka", "Vance",
    "Wójcik", "Zeman",
];

/// The numbers of names share no factor, so the first 1927 people are all called differently.
pub fn of(number: usize) -> String {
    format!("{} {}", FIRST[number * 7 % FIRST.len()], LAST[number * 11 % LAST.len()])
}
