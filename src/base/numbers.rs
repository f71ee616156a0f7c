//! Numbers, bytes and lists as short texts, the same on every machine.

use crate::messages::numbers;

/// A number below a million with this many decimals, halves rounded up.
pub fn decimals(value: f64, places: u32) -> String {
    let scale = 10_u32.pow(places);
    let scaled = to_index((value.abs() * f64::from(scale) + 0.5).floor());
    let (whole, rest) = (scaled / scale as usize, scaled % scale as usize);
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let width = places as usize;
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0width$}") }
}

/// The shortest digits that read back as this number, as JSON prints it.
pub fn plain(value: f64) -> String {
    let text = serde_json::Number::from_f64(value).map_or_else(String::new, |n| n.to_string());
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// A number in words, with a capital: "Twenty-four". From a hundred on in digits.
pub fn spelled_out(n: usize) -> String {
    const WORDS: [&str; 20] = [
        numbers::NO,
        numbers::ONE,
        numbers::TWO,
        numbers::THREE,
        numbers::FOUR,
        numbers::FIVE,
        numbers::SIX,
        numbers::SEVEN,
        numbers::EIGHT,
        numbers::NINE,
        numbers::TEN,
        numbers::ELEVEN,
        numbers::TWELVE,
        numbers::THIRTEEN,
        numbers::FOURTEEN,
        numbers::FIFTEEN,
        numbers::SIXTEEN,
        numbers::SEVENTEEN,
        numbers::EIGHTEEN,
        numbers::NINETEEN,
    ];
    const TENS: [&str; 8] = [
        numbers::TWENTY,
        numbers::THIRTY,
        numbers::FORTY,
        numbers::FIFTY,
        numbers::SIXTY,
        numbers::SEVENTY,
        numbers::EIGHTY,
        numbers::NINETY,
    ];
    match (n / 10, n % 10) {
        (0 | 1, _) => WORDS[n].to_owned(),
        (tens @ 2..=9, 0) => TENS[tens - 2].to_owned(),
        (tens @ 2..=9, ones) => numbers::tens_and_ones(TENS[tens - 2], WORDS[ones].to_lowercase()).into(),
        _ => n.to_string(),
    }
}

/// Bytes as lower-case hex digits.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}

/// A whole percentage as every sentence prints and compares it.
pub fn percent(p: f64) -> usize {
    to_index((100.0 * p + 0.5).floor().max(0.0))
}

/// A percentage in words, which never claims certainty.
pub fn percent_text(p: f64) -> String {
    match percent(p) {
        100.. => numbers::NEARLY_CERTAIN.into(),
        n => numbers::percent(n).into(),
    }
}

/// A non-negative whole number held in an `f64`, as an index.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "callers pass small whole numbers")]
pub(crate) fn to_index(value: f64) -> usize {
    value as usize
}
