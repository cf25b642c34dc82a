//! The contrast of every pair of colours that the look uses, computed from `tokens.css` by WCAG 2.2's relative luminance.

use std::collections::HashMap;

const TOKENS: &str = include_str!("../assets/tokens.css");

/// The pairs of design.md, section 2, with the ratios that stand there: light, dark, high contrast light, high contrast dark.
const TEXT: &str = "
ink on paper | 16.5 | 16.3 | 21 | 21
ink on wash | 15 | 14.4 | 21 | 21
ink on sunk | 13.6 | 12.1 | 21 | 21
muted on paper | 9.3 | 10.8 | 21 | 21
muted on sunk | 7.6 | 8 | 21 | 21
link on paper | 9.3 | 11.4 | 12.8 | 16.4
link on wash | 8.5 | 10.1 | 12.8 | 16.4
link on info-wash | 7.9 | 8.7 | 12.8 | 16.4
visited on wash | 9.9 | 9.8 | 14.9 | 14.6
action on wash | 8.8 | 9.9 | 15.3 | 16.4
on-action on action | 9.7 | 10.1 | 15.3 | 16.4
on-brand on brand | 12.7 | 13.2 | 21 | 21
on-brand-muted on brand | 9.6 | 9.3 | 21 | 21
on-brass on brass | 9.4 | 9.4 | 9.4 | 9.4
ok on ok-wash | 9 | 10.3 | 14.1 | 18.2
warn on warn-wash | 9.3 | 10.8 | 14.2 | 16.4
bad on bad-wash | 8.6 | 10.3 | 12.9 | 15.1
info on info-wash | 9 | 10.1 | 21 | 21
on-solid on ok-solid | 8.6 | 12.2 | 14.1 | 18.2
on-solid on bad-solid | 8.3 | 10.6 | 12.9 | 15.1
ink on map-water | 10.8 | 10.1 | 13.7 | 11.2";

const CONTROLS: &str = "
edge on paper | 5.2 | 6.8 | 21 | 21
edge on sunk | 4.3 | 5.1 | 21 | 21
focus on sunk | 13.6 | 7.7 | 21 | 21
focus-halo on focus | 9.4 | 10.3 | 13.1 | 21
brass on brand | 7.2 | 7.5 | 12 | 12
chart-1 on paper | 9.7 | 10.9 | 9.7 | 12.6
chart-2 on paper | 4.5 | 8.8 | 4.5 | 10.2
chart-3 on paper | 4.1 | 7.2 | 4.1 | 8.3
action on map-water | 6.3 | 6.9 | 10 | 8.8
map-rail on map-land | 3.3 | 4.2 | 3.3 | 4.2";

/// The looks in the order of the columns.
const LOOKS: [Look; 4] = [
    Look { dark: false, contrast: false },
    Look { dark: true, contrast: false },
    Look { dark: false, contrast: true },
    Look { dark: true, contrast: true },
];

#[derive(Clone, Copy, Debug)]
struct Look {
    dark: bool,
    contrast: bool,
}

#[test]
fn every_pair_of_colours_can_be_read() {
    let mut faults = check(TEXT, 7.0);
    faults.extend(check(CONTROLS, 3.0));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn high_contrast_is_the_same_by_choice_and_by_system() {
    let chosen = declarations(":root[data-contrast=\"more\"]");
    assert!(chosen.len() > 20);
    assert_eq!(chosen, declarations(":root:not([data-contrast=\"normal\"])"));
}

#[test]
fn a_pair_too_weak_would_be_found() {
    assert!(ratio([0x77; 3], [0xff; 3]) < 4.5);
    assert!((ratio([0; 3], [0xff; 3]) - 21.0).abs() < 1e-9);
}

fn check(table: &str, least: f64) -> Vec<String> {
    let mut faults = Vec::new();
    for line in table.trim().lines() {
        let mut cells = line.split('|').map(str::trim);
        let pair = cells.next().unwrap();
        let (front, ground) = pair.split_once(" on ").unwrap();
        for (look, documented) in LOOKS.into_iter().zip(cells) {
            let tokens = tokens(look);
            let ratio = ratio(colour(&tokens, front, look), colour(&tokens, ground, look));
            let documented: f64 = documented.parse().unwrap();
            if ratio < least {
                faults.push(format!("{pair} {look:?}: {ratio:.2} is under {least}"));
            }
            if (ratio * 10.0).floor() / 10.0 < documented {
                faults.push(format!("{pair} {look:?}: {ratio:.2}, design.md says {documented}"));
            }
        }
    }
    faults
}

/// The declarations in force: `:root`, then the same names with `light-dark()`, then high contrast.
fn tokens(look: Look) -> HashMap<String, String> {
    let mut tokens = declarations(":root");
    if look.contrast {
        tokens.extend(declarations(":root[data-contrast=\"more\"]"));
    }
    tokens
}

/// All custom properties of the blocks with exactly this selector outside of `@media print` and reduced motion, later ones last.
fn declarations(selector: &str) -> HashMap<String, String> {
    let mut css = TOKENS.to_owned();
    while let Some(start) = css.find("/*") {
        let end = start + css[start..].find("*/").unwrap() + 2;
        css.replace_range(start..end, "");
    }
    let screen = &css[..css.find("@media (prefers-reduced-motion").unwrap()];
    let mut found = HashMap::new();
    for block in screen.split('}') {
        let Some((before, body)) = block.rsplit_once('{') else { continue };
        if before.rsplit(['{', ';']).next().unwrap().trim() != selector {
            continue;
        }
        for declaration in body.split(';') {
            if let Some((name, value)) = declaration.split_once(':')
                && let Some(name) = name.trim().strip_prefix("--")
            {
                found.insert(name.to_owned(), value.trim().to_owned());
            }
        }
    }
    found
}

fn colour(tokens: &HashMap<String, String>, name: &str, look: Look) -> [u8; 3] {
    let value = tokens.get(name).unwrap_or_else(|| panic!("no token --{name}"));
    resolve(tokens, value, look)
}

fn resolve(tokens: &HashMap<String, String>, value: &str, look: Look) -> [u8; 3] {
    if let Some(name) = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
        return colour(tokens, name, look);
    }
    if let Some(both) = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')) {
        let (light, dark) = both.split_once(',').unwrap();
        return resolve(tokens, if look.dark { dark } else { light }.trim(), look);
    }
    let digits = value.strip_prefix('#').unwrap_or_else(|| panic!("{value} is no colour"));
    assert_eq!(digits.len(), 6, "{value}");
    [0, 2, 4].map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
}

/// WCAG 2.2, definition of contrast ratio.
fn ratio(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
