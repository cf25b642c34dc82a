//! Cells of tables that are opened in spreadsheets.

/// The text as a cell that no spreadsheet takes for a formula (OWASP, CSV injection).
pub fn plain_cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_made_text() {
        assert_eq!((plain_cell("=1+1"), plain_cell("ul. Polna 2")), ("'=1+1".to_owned(), "ul. Polna 2".to_owned()));
    }
}
