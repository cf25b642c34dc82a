//! The names of streets: prefix, name, and the phrase that says where, declined as Polish wants it.

/// Prefix as on the sign, name, and where.
pub type Name = (&'static str, &'static str, &'static str);

/// The streets of a district's grid: its five rows, then its columns.
pub type GridNames = [Name];

pub const STARE_MIASTO: &GridNames = &[
    ("ul.", "Rzeczna", "przy ul. Rzecznej"),
    ("ul.", "Ratuszowa", "przy ul. Ratuszowej"),
    ("ul.", "Długa", "przy ul. Długiej"),
    ("ul.", "Kościelna", "przy ul. Kościelnej"),
    ("ul.", "Zamkowa", "przy ul. Zamkowej"),
    ("ul.", "Browarna", "przy ul. Browarnej"),
    ("ul.", "Garncarska", "przy ul. Garncarskiej"),
    ("ul.", "Szewska", "przy ul. Szewskiej"),
    ("ul.", "Kupiecka", "przy ul. Kupieckiej"),
    ("ul.", "Wąska", "przy ul. Wąskiej"),
    ("ul.", "Bednarska", "przy ul. Bednarskiej"),
];

pub const ZARZECZE: &GridNames = &[
    ("ul.", "Tkacka", "przy ul. Tkackiej"),
    ("ul.", "Farbiarska", "przy ul. Farbiarskiej"),
    ("ul.", "Rybacka", "przy ul. Rybackiej"),
    ("ul.", "Przewoźna", "przy ul. Przewoźnej"),
    ("ul.", "Wierzbowa", "przy ul. Wierzbowej"),
    ("ul.", "Spichrzowa", "przy ul. Spichrzowej"),
    ("ul.", "Flisacka", "przy ul. Flisackiej"),
    ("ul.", "Marii Skłodowskiej-Curie", "przy ul. Marii Skłodowskiej-Curie"),
    ("ul.", "Piaskowa", "przy ul. Piaskowej"),
    ("ul.", "Jasna", "przy ul. Jasnej"),
];

pub const KOLEJOWA: &GridNames = &[
    ("ul.", "Dworcowa", "przy ul. Dworcowej"),
    ("ul.", "Towarowa", "przy ul. Towarowej"),
    ("ul.", "Fabryczna", "przy ul. Fabrycznej"),
    ("ul.", "Hutnicza", "przy ul. Hutniczej"),
    ("ul.", "Parowozowa", "przy ul. Parowozowej"),
    ("ul.", "Nowa", "przy ul. Nowej"),
    ("ul.", "3 Maja", "przy ul. 3 Maja"),
    ("ul.", "Składowa", "przy ul. Składowej"),
    ("ul.", "Magazynowa", "przy ul. Magazynowej"),
    ("ul.", "Ignacego Daszyńskiego", "przy ul. Ignacego Daszyńskiego"),
];

pub const LEGI: &GridNames = &[
    ("ul.", "Nadrzeczna", "przy ul. Nadrzecznej"),
    ("ul.", "Trzcinowa", "przy ul. Trzcinowej"),
    ("ul.", "Wodna", "przy ul. Wodnej"),
    ("ul.", "Żurawia", "przy ul. Żurawiej"),
    ("ul.", "Na Grobli", "przy ul. Na Grobli"),
    ("ul.", "Bociania", "przy ul. Bocianiej"),
    ("ul.", "Bobrowa", "przy ul. Bobrowej"),
    ("ul.", "Czajki", "przy ul. Czajki"),
    ("ul.", "Tatarakowa", "przy ul. Tatarakowej"),
    ("ul.", "Żabia", "przy ul. Żabiej"),
];

pub const OLSZYNA: &GridNames = &[
    ("ul.", "Źródlana", "przy ul. Źródlanej"),
    ("ul.", "Olszowa", "przy ul. Olszowej"),
    ("ul.", "Szkolna", "przy ul. Szkolnej"),
    ("ul.", "Leśna", "przy ul. Leśnej"),
    ("ul.", "Dębowa", "przy ul. Dębowej"),
    ("ul.", "Jarzębinowa", "przy ul. Jarzębinowej"),
    ("ul.", "Brzozowa", "przy ul. Brzozowej"),
    ("ul.", "Grabowa", "przy ul. Grabowej"),
    ("ul.", "Sosnowa", "przy ul. Sosnowej"),
    ("ul.", "Borówkowa", "przy ul. Borówkowej"),
];

pub const GORKI: &GridNames = &[
    ("ul.", "Górna", "przy ul. Górnej"),
    ("ul.", "Widokowa", "przy ul. Widokowej"),
    ("ul.", "Pod Lipami", "przy ul. Pod Lipami"),
    ("ul.", "Stroma", "przy ul. Stromej"),
    ("ul.", "Wapienna", "przy ul. Wapiennej"),
    ("ul.", "Winna", "przy ul. Winnej"),
    ("ul.", "Adama Mickiewicza", "przy ul. Adama Mickiewicza"),
    ("ul.", "Juliusza Słowackiego", "przy ul. Juliusza Słowackiego"),
    ("ul.", "Kamienna", "przy ul. Kamiennej"),
    ("ul.", "Elizy Orzeszkowej", "przy ul. Elizy Orzeszkowej"),
    ("ul.", "Słoneczna", "przy ul. Słonecznej"),
];

pub const NOWE_OGRODY: &GridNames = &[
    ("ul.", "Działkowa", "przy ul. Działkowej"),
    ("ul.", "Różana", "przy ul. Różanej"),
    ("ul.", "Ogrodowa", "przy ul. Ogrodowej"),
    ("ul.", "Kwiatowa", "przy ul. Kwiatowej"),
    ("ul.", "Fiołkowa", "przy ul. Fiołkowej"),
    ("al.", "Lipowa", "przy al. Lipowej"),
    ("ul.", "Tadeusza Kościuszki", "przy ul. Tadeusza Kościuszki"),
    ("ul.", "Malinowa", "przy ul. Malinowej"),
    ("ul.", "Wiśniowa", "przy ul. Wiśniowej"),
    ("ul.", "Tulipanowa", "przy ul. Tulipanowej"),
];

pub const SADY: &GridNames = &[
    ("ul.", "Parkowa", "przy ul. Parkowej"),
    ("ul.", "Klonowa", "przy ul. Klonowej"),
    ("ul.", "Sadowa", "przy ul. Sadowej"),
    ("ul.", "Jabłoniowa", "przy ul. Jabłoniowej"),
    ("ul.", "Gruszowa", "przy ul. Gruszowej"),
    ("ul.", "Śliwowa", "przy ul. Śliwowej"),
    ("ul.", "Mikołaja Kopernika", "przy ul. Mikołaja Kopernika"),
    ("al.", "Jana Pawła II", "przy al. Jana Pawła II"),
    ("ul.", "Akacjowa", "przy ul. Akacjowej"),
    ("ul.", "11 Listopada", "przy ul. 11 Listopada"),
    ("ul.", "Kasztanowa", "przy ul. Kasztanowej"),
];

// Laid by hand, outside the grids.
pub const MLYNSKA: Name = ("ul.", "Młyńska", "przy ul. Młyńskiej");
pub const POLNA: Name = ("ul.", "Polna", "przy ul. Polnej");
pub const MOSTOWA: Name = ("ul.", "Mostowa", "przy ul. Mostowej");
pub const KRAKOWSKA: Name = ("ul.", "Krakowska", "przy ul. Krakowskiej");
pub const LWOWSKA: Name = ("ul.", "Lwowska", "przy ul. Lwowskiej");
pub const SANDOMIERSKA: Name = ("ul.", "Sandomierska", "przy ul. Sandomierskiej");
pub const KOLEJOWA_STREET: Name = ("ul.", "Kolejowa", "przy ul. Kolejowej");
pub const LEGOWA: Name = ("ul.", "Łęgowa", "przy ul. Łęgowej");
pub const BULWAR: Name = ("", "Bulwar", "na Bulwarze");
pub const NIEPODLEGLOSCI: Name = ("al.", "Niepodległości", "przy al. Niepodległości");
pub const RYNEK: Name = ("", "Rynek", "na Rynku");
pub const PLAC_RATUSZOWY: Name = ("pl.", "Ratuszowy", "na pl. Ratuszowym");
pub const PLAC_WOLNOSCI: Name = ("pl.", "Wolności", "na pl. Wolności");
pub const OS_SLONECZNE: Name = ("os.", "Słoneczne", "na os. Słonecznym");
pub const OS_LESNE: Name = ("os.", "Leśne", "na os. Leśnym");
pub const RONDO_KOLEJARZY: Name = ("rondo", "Kolejarzy", "przy rondzie Kolejarzy");
