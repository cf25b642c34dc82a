//! What covers the ground: water, parks, forest, cemeteries, works, squares, blocks, and the walls of houses.

use super::{
    buildings,
    districts::Town,
    houses::House,
    lattices::{LATTICES, Lattice},
    random::Random,
    shapes::{Path, Spot, at, beside, blob, middle, part},
    streets::{Street, through},
};

/// A piece of ground.
pub struct Land {
    pub kind: &'static str,
    /// Names in Polish, Ukrainian and English, for what has one.
    pub name: Option<[&'static str; 3]>,
    pub ring: Path,
}

/// From the middle of the river to its banks, metres.
const HALF_RIVER: f64 = 27.0;
/// Between the axis of a street and a block, metres.
const KERB: f64 = 11.0;
/// A side of a block that strays less from a straight line is drawn straight, metres.
const BEND: f64 = 5.0;
/// Streets keep this far from parks and water, metres.
const MARGIN: f64 = 14.0;

/// The green belt around the old town, through which streets lead.
const PLANTY: [&str; 3] = ["Planty", "Планти", "Planty Gardens"];

const RIVER: [&str; 3] = ["Lipnica", "Ліпниця", "Lipnica"];

/// Kind, names, middle, half width and half height in metres.
type Round = (&'static str, [&'static str; 3], Spot, (f64, f64));

const ROUND: [Round; 18] = [
    ("park", ["Park Miejski", "Міський парк", "City Park"], at(-1870.0, 480.0), (310.0, 190.0)),
    ("water", ["Staw Miejski", "Міський ставок", "City Pond"], at(-1900.0, 470.0), (95.0, 55.0)),
    ("park", ["Park Zdrojowy", "Парк Здройовий", "Spa Park"], at(600.0, -1650.0), (150.0, 230.0)),
    ("park", ["Park Kolejarzy", "Парк Залізничників", "Railway Workers’ Park"], at(-420.0, 2050.0), (200.0, 150.0)),
    ("park", ["Park Winny", "Парк Винний", "Vineyard Park"], at(1760.0, -930.0), (210.0, 150.0)),
    ("park", ["Park Jabłoniowy", "Парк Яблуневий", "Apple Park"], at(1330.0, 1650.0), (190.0, 150.0)),
    ("park", ["Park nad Starorzeczem", "Парк над Старицею", "Oxbow Park"], at(-1500.0, -1480.0), (330.0, 170.0)),
    ("water", ["Starorzecze", "Стариця", "Oxbow Lake"], at(-1480.0, -1470.0), (190.0, 50.0)),
    ("park", ["Park Tysiąclecia", "Парк Тисячоліття", "Millennium Park"], at(2380.0, 560.0), (230.0, 160.0)),
    ("park", ["Park Hutników", "Парк Металургів", "Steelworkers’ Park"], at(-150.0, 3550.0), (200.0, 150.0)),
    ("park", ["Park Wiejski na Woli", "Сільський парк на Волі", "Wola Village Park"], at(-3850.0, -380.0), (190.0, 150.0)),
    ("cemetery", ["Cmentarz Komunalny", "Комунальний цвинтар", "Municipal Cemetery"], at(-3760.0, 1180.0), (230.0, 170.0)),
    ("cemetery", ["Cmentarz Stary", "Старий цвинтар", "Old Cemetery"], at(-1020.0, 1150.0), (125.0, 90.0)),
    ("water", ["Zalew Wólka", "Водойма Вулька", "Wólka Reservoir"], at(4250.0, 1150.0), (330.0, 210.0)),
    ("water", ["Stawy Podleskie", "Подлеські стави", "Podlesie Ponds"], at(-2850.0, -2650.0), (170.0, 90.0)),
    ("forest", ["Las Wolski", "Вольський ліс", "Wola Forest"], at(-4550.0, 1080.0), (330.0, 380.0)),
    ("industrial", ["Huta Lipogród", "Металургійний завод Ліпогруд", "Lipogród Steelworks"], at(-1250.0, 3080.0), (640.0, 320.0)),
    ("industrial", ["Strefa Przemysłowa Północ", "Промислова зона Північ", "North Industrial Zone"], at(2050.0, 3420.0), (460.0, 300.0)),
];

/// Water, parks and works, which come before the streets.
pub fn plan(town: &Town) -> Vec<Land> {
    let swing = |index: usize| HALF_RIVER + 6.0 * f64::from(u32::try_from(index).expect("a short river")).sin();
    let mut river = beside(&town.river, swing);
    river.extend(beside(&town.river, |index| -swing(index)).into_iter().rev());
    river.reverse();
    let mut land = vec![Land { kind: "water", name: Some(RIVER), ring: river }];
    // The green belt where the town walls stood, and the meadows along both banks.
    let strip = |walk: &[i32], from: f64, to: f64, near: f64, far: f64, name| {
        let line = part(&town.walk(walk), from, to, 60.0);
        let mut ring = beside(&line, |_| near);
        ring.extend(beside(&line, |_| far).into_iter().rev());
        Land { kind: "park", name: Some(name), ring }
    };
    land.push(strip(&[9, 10], 0.1, 0.97, -13.0, -72.0, PLANTY));
    land.push(strip(&[11], 0.06, 0.8, -13.0, -72.0, PLANTY));
    land.push(strip(&[3, 4, 5], 0.12, 0.93, 34.0, 62.0, ["Bulwary", "Бульвари", "Riverside Gardens"]));
    land.push(strip(&[1, 2], 0.3, 0.8, -36.0, -150.0, ["Łęgi Nadrzeczne", "Прирічкові луги", "Riverside Meadows"]));
    land.push(strip(&[7], 0.12, 0.8, -36.0, -130.0, ["Park nad Lipnicą", "Парк над Ліпницею", "Lipnica Park"]));
    // The forest along the southern edge of the town, its inner side as uneven as forests are.
    let edge = part(&town.walk(&[29]), 0.1, 0.72, 70.0);
    let uneven = |index: usize| {
        let along = index_share(index, edge.len());
        -360.0 - 110.0 * (along * 15.0).sin() - 45.0 * (along * 37.0).sin()
    };
    let mut forest = beside(&edge, |_| -25.0);
    forest.extend(beside(&edge, uneven).into_iter().rev());
    land.push(Land {
        kind: "forest", name: Some(["Las Lipogrodzki", "Ліпогрудський ліс", "Lipogród Forest"]), ring: forest
    });
    let phase = |index: usize| f64::from(u32::try_from(index).expect("few")) * 1.7;
    land.extend(ROUND.iter().enumerate().map(|(index, (kind, name, middle, radii))| Land {
        kind,
        name: Some(*name),
        ring: if *kind == "industrial" { yard(*middle, *radii) } else { blob(*middle, *radii, phase(index)) },
    }));
    land
}

fn index_share(index: usize, count: usize) -> f64 {
    f64::from(u32::try_from(index).expect("few")) / f64::from(u32::try_from(count).expect("few"))
}

/// The grounds of a works: straight walls, a little askew.
fn yard(middle: Spot, (wide, high): (f64, f64)) -> Path {
    [(-1.0, -0.9), (0.2, -1.0), (1.0, -0.7), (0.95, 0.6), (0.3, 1.0), (-0.9, 0.75)]
        .map(|(east, north)| middle.plus(east * wide, north * high + east * wide * 0.16))
        .to_vec()
}

/// What wants to stand on the ground.
#[derive(Clone, Copy, PartialEq)]
pub enum For {
    Houses,
    /// They lead over the river and through the green belt.
    Streets,
}

/// Whether this may not stand here.
pub fn is_closed(land: &[Land], spot: Spot, purpose: For) -> bool {
    let around = [(0.0, 0.0), (MARGIN, 0.0), (-MARGIN, 0.0), (0.0, MARGIN), (0.0, -MARGIN)];
    let let_through = |piece: &Land| purpose == For::Streets && [Some(PLANTY), Some(RIVER)].contains(&piece.name);
    land.iter()
        .filter(|piece| !let_through(piece))
        .any(|piece| around.iter().any(|(east, north)| spot.plus(*east, *north).is_inside(&piece.ring)))
}

/// Squares, blocks between streets and the walls of houses, which come after them.
pub fn fill(town: &Town, land: &mut Vec<Land>, streets: &[Street], houses: &[House], random: &mut Random) {
    let blocks: Vec<Land> = LATTICES.iter().flat_map(|lattice| blocks(town, land, lattice, random)).collect();
    land.extend(blocks);
    for street in streets.iter().filter(|street| street.one_sided && !["os.", "rondo"].contains(&street.name.prefix)) {
        let mut ring = street.axis.clone();
        ring.pop();
        ring.reverse();
        land.push(Land { kind: "square", name: None, ring });
    }
    land.extend(buildings::of(houses, random).into_iter().map(|ring| Land { kind: "building", name: None, ring }));
}

fn blocks(town: &Town, land: &[Land], lattice: &Lattice, random: &mut Random) -> Vec<Land> {
    let sides = town.sides(lattice.district);
    let edge = lattice.to_edge.then_some(1.0);
    let mut outs: Vec<f64> =
        lattice.rows.iter().map(|(out, ..)| *out).chain(lattice.road_rows.iter().copied()).chain([0.0]).chain(edge).collect();
    let roads: Vec<f64> = lattice.roads.iter().map(|road| through(town, lattice.district, *road)).collect();
    outs.sort_by(f64::total_cmp);
    let mut found = Vec::new();
    for out in outs.windows(2) {
        // Streets that begin farther out, or have ended, do not part the blocks of this row.
        let half_way = f64::midpoint(out[0], out[1]);
        let here = lattice.columns.iter().filter(|(_, from, to, _)| (*from..=*to).contains(&half_way)).map(|(across, ..)| *across);
        let mut acrosses: Vec<f64> = here.chain(roads.iter().copied()).chain([0.0, 1.0]).collect();
        acrosses.sort_by(f64::total_cmp);
        for across in acrosses.windows(2) {
            let corner = |a: f64, o: f64| sides.at(across[0] + (across[1] - across[0]) * a, out[0] + (out[1] - out[0]) * o);
            let walk = [(0.0, 0.0), (0.5, 0.0), (1.0, 0.0), (1.0, 0.5), (1.0, 1.0), (0.5, 1.0), (0.0, 1.0), (0.0, 0.5)];
            let mut ring = walk.map(|(a, o)| corner(a, o)).to_vec();
            // Points half-way along a side are kept where the side is bent.
            let bent = |index: usize| ring[index].metres_to(ring[index - 1].towards(ring[(index + 1) % 8], 0.5)) > BEND;
            if ![1, 3, 5, 7].into_iter().any(bent) {
                ring = ring.into_iter().step_by(2).collect();
            }
            let centre = middle(&ring);
            let ring: Path = ring.iter().map(|spot| spot.towards(centre, (KERB * 1.5 / spot.metres_to(centre)).min(0.5))).collect();
            let open =
                ring.iter().chain([&centre]).any(|spot| is_closed(land, *spot, For::Houses) || spot.metres_to_path(&town.rail) < 20.0);
            let field = !lattice.to_edge && out[0] > 0.35 && random.once_in(5);
            if !open && !field {
                found.push(Land { kind: "built_up", name: None, ring });
            }
        }
    }
    found
}
