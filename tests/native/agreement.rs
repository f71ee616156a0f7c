//! The numbers of two raters: `tests/data/reference/agreement.json` at 1e-9, other numbers of statements, and what holds
//! for all answers.
#![expect(clippy::unreadable_literal, reason = "digits as the libraries print them")]

use ladder_calibration::files::read_assessment;
use ladder_calibration::model::agreement::{
    Coefficients, Comparison as TwoRaters, Estimate, RawCounts, Undefined, coefficients, comparison, plain, two_sided_t,
};
use ladder_calibration::model::assessment::{Assessment, Choice, OffScale};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::Digest as _;

use super::reference::{Comparison, FROZEN as SCORING};
use super::support::{file, ladder_and_model};

const FROZEN: &[u8] = include_bytes!("../data/reference/agreement.json");
const SHA256: &str = "1992d5d663d90628f2eb3b7662cbac0bf5706a4617c9122483373e4d051b25ba";

fn whole(v: &Value) -> Option<usize> {
    v.as_u64().map(|k| usize::try_from(k).unwrap())
}

fn list(v: &Value) -> Vec<Option<usize>> {
    v.as_array().unwrap().iter().map(whole).collect()
}

/// Null in the reference is a reason here; anything else is compared.
#[track_caller]
fn numbers(c: &mut Comparison, name: &str, ours: Result<Vec<f64>, Undefined>, theirs: &Value) {
    match ours {
        Ok(ours) => c.list(name, &ours, theirs),
        Err(reason) => {
            assert!(theirs.is_null(), "{name}: \"{}\" instead of {theirs}", reason.text());
            assert!(reason.text().starts_with("no variation"), "{name}: {}", reason.text());
            c.count += 1;
        }
    }
}

#[track_caller]
fn number(c: &mut Comparison, name: &str, ours: Result<f64, Undefined>, theirs: &Value) {
    let theirs = if theirs.is_null() { Value::Null } else { json!([theirs]) };
    numbers(c, name, ours.map(|x| vec![x]), &theirs);
}

#[track_caller]
fn estimate(c: &mut Comparison, name: &str, ours: Result<Estimate, Undefined>, theirs: &Value) {
    let theirs = json!([theirs["coefficient"], theirs["ci_low"], theirs["ci_high"]]);
    numbers(c, name, ours.map(|e| vec![e.value, e.interval[0], e.interval[1]]), &theirs);
}

fn data_set(c: &mut Comparison, name: &str, set: &Value) {
    let pairs: Vec<(usize, usize)> =
        list(&set["a"]).into_iter().zip(list(&set["b"])).filter_map(|(a, b)| Some((a?, b?))).collect();
    let theirs = |key: &str| {
        let value = set["values"].get(key).unwrap_or_else(|| panic!("{name}: the reference has no {key}"));
        &value["value"]
    };
    let (p, n, reference) = (plain(&pairs), pairs.len() as f64, theirs("plain"));
    c.number(&format!("{name} pairs"), n, &reference["n_pairs"]);
    c.number(&format!("{name} same"), p.same as f64 / n, &reference["exact"]);
    c.number(&format!("{name} within one"), p.within_one as f64 / n, &reference["within_one"]);
    c.number(&format!("{name} A higher"), p.a_higher as f64, &reference["n_a_higher"]);
    c.number(&format!("{name} B higher"), p.b_higher as f64, &reference["n_b_higher"]);
    number(c, &format!("{name} largest"), p.largest.map(|d| d as f64), &reference["max_abs_diff"]);
    number(c, &format!("{name} mean"), p.mean, &reference["mean_diff_a_minus_b"]);
    number(c, &format!("{name} sd"), p.sd, &reference["sd_diff"]);
    number(c, &format!("{name} mean absolute"), p.mean_absolute, &reference["mean_abs_diff"]);
    numbers(c, &format!("{name} interval"), p.interval.map(Vec::from), theirs("mean_diff_ci95_t"));
    let k = coefficients(&pairs, 5);
    estimate(c, &format!("{name} AC1"), k.ac1, theirs("irrCAC.gwet_ac1_identity_pairs"));
    estimate(c, &format!("{name} AC2"), k.ac2_linear, theirs("irrCAC.gwet_ac2_linear_pairs"));
    number(c, &format!("{name} kappa"), k.kappa_unweighted, theirs("cohen_kappa_unweighted"));
    number(c, &format!("{name} linear kappa"), k.kappa_linear, theirs("cohen_kappa_linear"));
    number(c, &format!("{name} quadratic kappa"), k.kappa_quadratic, theirs("cohen_kappa_quadratic"));
    number(c, &format!("{name} ordinal alpha"), k.alpha_ordinal, theirs("krippendorff_alpha_ordinal"));
    number(c, &format!("{name} interval alpha"), k.alpha_interval, theirs("krippendorff_alpha_interval"));
}

#[test]
fn frozen_copy_is_unchanged() {
    assert_eq!(ladder_calibration::base::numbers::hex(&sha2::Sha256::digest(FROZEN)), SHA256);
}

#[test]
fn all_reference_values_hold() {
    let reference: Value = serde_json::from_slice(FROZEN).unwrap();
    let sets = reference["datasets"].as_object().unwrap();
    assert_eq!(sets.len(), 8);
    let mut c = Comparison::default();
    for (name, set) in sets {
        data_set(&mut c, name, set);
    }
    println!("{} values compared, largest difference {:e}", c.count, c.worst);
    // The largest difference is in a limit of the offset: scipy's quantile for 7 degrees of freedom is off by 6e-10.
    // Twenty a data set, and the interval of the offset: two limits, or one null where all differences are the same.
    assert!(c.count >= 8 * 20 + 5 * 2 + 3, "only {} values were compared", c.count);
}

/// Other numbers of statements than five, computed with irrCAC 0.4.4 (AC1 and AC2, rounded to 12 decimals), scikit-learn
/// 1.9.1 (kappa) and krippendorff 0.9.0 (alpha).
#[track_caller]
fn agrees(statements: usize, a: &str, b: &str, ac: [[f64; 3]; 2], kappa: [f64; 3], alpha: [f64; 2]) {
    let digits = |s: &str| -> Vec<usize> { s.bytes().map(|c| usize::from(c - b'0')).collect() };
    let pairs: Vec<(usize, usize)> = digits(a).into_iter().zip(digits(b)).collect();
    let k = coefficients(&pairs, statements);
    let both = [k.ac1.unwrap(), k.ac2_linear.unwrap()];
    let ours = both.map(|e| [e.value, e.interval[0], e.interval[1]]);
    let mut compared = ours.iter().flatten().zip(ac.iter().flatten()).map(|(x, y)| (*x, *y)).collect::<Vec<_>>();
    compared.extend([k.kappa_unweighted, k.kappa_linear, k.kappa_quadratic].map(Result::unwrap).into_iter().zip(kappa));
    compared.extend([k.alpha_ordinal, k.alpha_interval].map(Result::unwrap).into_iter().zip(alpha));
    assert_eq!(compared.len(), 11);
    for (i, (ours, theirs)) in compared.into_iter().enumerate() {
        assert!((ours - theirs).abs() <= 1e-9, "{statements} statements, value {i}: {ours} instead of {theirs}");
    }
}

#[test]
fn three_four_seven_and_ten_statements_give_what_the_libraries_give() {
    agrees(
        3,
        "0201011121",
        "0110121021",
        [[0.130434782609, -0.407044474669, 0.667914039887], [0.379310344828, -0.020056474542, 0.778677164197]],
        [0.032258064516129115, 0.18918918918918926, 0.3877551020408164],
        [0.3994642857142856, 0.4183673469387754],
    );
    agrees(
        4,
        "000212210133232",
        "000313300033222",
        [[0.471624266145, 0.097070408867, 0.846178123423], [0.692132269099, 0.465859307187, 0.918405231012]],
        [0.4642857142857143, 0.7039473684210527, 0.8619631901840491],
        [0.8351637764932562, 0.8665644171779141],
    );
    agrees(
        7,
        "144124354040632411534643",
        "244105244030533222615642",
        [[0.274193548387, 0.030071287158, 0.518315809616], [0.686046511628, 0.558663443089, 0.813429580167]],
        [0.2622950819672132, 0.6223776223776223, 0.8359908883826879],
        [0.8493505279880385, 0.839041095890411],
    );
    agrees(
        10,
        "3416721106840388542143044324451956832374",
        "2215701007920498542032142134450957832454",
        [[0.418125841832, 0.238585079531, 0.597666604132], [0.803129272368, 0.734168096246, 0.872090448491]],
        [0.40886699507389157, 0.7697228144989339, 0.9271028037383178],
        [0.9158517763714589, 0.9278099299421261],
    );
}

/// Quantiles from mpmath's regularized incomplete beta function at 40 digits. Close to certainty the last digits of the
/// coverage itself decide, hence the division.
#[track_caller]
fn quantiles(coverage: f64, rows: &[(usize, f64)]) {
    for (degrees, theirs) in rows {
        let ours = two_sided_t(coverage, *degrees);
        let tolerance = 5e-15 / (1.0 - coverage);
        assert!((ours / theirs - 1.0).abs() < tolerance, "{coverage}, {degrees}: {ours} instead of {theirs}");
    }
}

#[test]
fn quantiles_of_student_t_have_full_precision() {
    quantiles(
        0.5,
        &[
            (1, 1.0),
            (2, 0.816496580927726),
            (3, 0.7648923284043453),
            (4, 0.7406970841126826),
            (5, 0.7266868438004227),
            (7, 0.7111417780817864),
            (10, 0.6998120613124317),
            (23, 0.6853062780612957),
            (40, 0.680672717164449),
            (99, 0.6769759855461527),
            (100, 0.6769510430114715),
            (479, 0.6750022780727106),
        ],
    );
    quantiles(
        0.8,
        &[
            (1, 3.0776835371752536),
            (2, 1.8856180831641267),
            (3, 1.6377443536962102),
            (4, 1.5332062740589438),
            (5, 1.475884048824481),
            (7, 1.4149239276505086),
            (10, 1.3721836411103356),
            (23, 1.319460239816162),
            (40, 1.3030770526071946),
            (99, 1.2901614420344851),
            (100, 1.290074761346516),
            (479, 1.283321456427315),
        ],
    );
    quantiles(
        0.95,
        &[
            (1, 12.706204736174705),
            (2, 4.302652729749464),
            (3, 3.1824463052837095),
            (4, 2.7764451051977943),
            (5, 2.5705818356363155),
            (7, 2.3646242515927853),
            (10, 2.228138851986275),
            (23, 2.0686576104190486),
            (40, 2.0210753903062733),
            (99, 1.9842169515864174),
            (100, 1.9839715185235522),
            (479, 1.964928858998701),
        ],
    );
    quantiles(
        0.99,
        &[
            (1, 63.65674116287158),
            (2, 9.924843200918293),
            (3, 5.840909309733357),
            (4, 4.604094871349993),
            (5, 4.032142983555228),
            (7, 3.499483297350494),
            (10, 3.1692726726169513),
            (23, 2.807335683769999),
            (40, 2.7044592674331622),
            (99, 2.6264054572808275),
            (100, 2.6258905214380177),
            (479, 2.586132111102318),
        ],
    );
    quantiles(
        0.9999,
        &[
            (1, 6366.197671315936),
            (2, 99.99249984374453),
            (3, 28.000130010948975),
            (4, 15.54410058154568),
            (5, 11.177710070278614),
            (7, 7.884584262416603),
            (10, 6.211050891290663),
            (23, 4.693189001074786),
            (40, 4.320699958496944),
            (99, 4.055041309114325),
            (100, 4.053336701201518),
            (479, 3.923605810679197),
        ],
    );
}

#[test]
fn what_does_not_exist_says_why() {
    let reason = |x: Result<f64, Undefined>| x.unwrap_err().text();
    let none = plain(&[]);
    assert_eq!((none.pairs, none.same, none.within_one, none.largest), (0, 0, 0, Err(Undefined::NoPairs)));
    assert_eq!([none.mean, none.sd, none.mean_absolute].map(reason), ["no question was answered by both"; 3]);
    assert_eq!(none.interval, Err(Undefined::NoPairs));
    let one = plain(&[(3, 1)]);
    assert_eq!((one.mean, one.mean_absolute, one.largest), (Ok(2.0), Ok(2.0), Ok(2)));
    assert_eq!((reason(one.sd), one.interval), ("fewer than two pairs", Err(Undefined::OnePair)));
    assert_eq!(plain(&[(3, 2), (1, 0)]).interval, Err(Undefined::OneDifference));
    for (pairs, expected) in [(&[][..], Undefined::NoPairs), (&[(3, 1)], Undefined::OnePair)] {
        assert_eq!(found(&coefficients(pairs, 5)), vec![Err(expected); 7]);
    }
    let constant = coefficients(&[(3, 3); 6], 5);
    assert_eq!(constant.ac1, Ok(Estimate { value: 1.0, interval: [1.0, 1.0] }));
    assert_eq!(constant.ac2_linear, constant.ac1);
    assert_eq!(found(&constant)[2..], [Err(Undefined::NoVariation); 5]);
    // One constant rater: kappa is zero by construction, not undefined.
    assert_eq!(coefficients(&[(3, 3), (3, 2), (3, 4)], 5).kappa_quadratic, Ok(0.0));
}

/// All coefficients, without intervals.
fn found(k: &Coefficients) -> Vec<Result<f64, Undefined>> {
    let estimates = [k.ac1, k.ac2_linear].map(|x| x.map(|e| e.value));
    let values = [k.kappa_unweighted, k.kappa_linear, k.kappa_quadratic, k.alpha_ordinal, k.alpha_interval];
    estimates.into_iter().chain(values).collect()
}

fn read(answers: &str) -> Assessment {
    read_assessment(file(answers).to_string().as_bytes()).unwrap()
}

fn compared(a: &Assessment, b: &Assessment) -> TwoRaters {
    let (ladder, model) = ladder_and_model();
    comparison(&ladder, &model, a, b)
}

#[test]
fn gaps_are_those_of_the_two_rater_cases() {
    let reference: Value = serde_json::from_slice(SCORING).unwrap();
    let (ladder, _) = ladder_and_model();
    let mut c = Comparison::default();
    for case in reference["two_rater_cases"].as_array().unwrap() {
        let assessment = |rater: &Value| {
            let mut out = Assessment::default();
            let examples = rater["evidence"].as_array().unwrap();
            for ((q, k), example) in ladder.questions.iter().zip(list(&rater["answers"])).zip(examples) {
                let Some(k) = k else { continue };
                let mut answer =
                    ladder_calibration::model::assessment::Answer { choice: Some(Choice::Statement(k)), ..Default::default() };
                answer.example_withheld = example.as_bool().unwrap();
                out.answers.insert(q.id.clone(), answer);
            }
            out
        };
        let ours = compared(&assessment(&case["a"]), &assessment(&case["b"]));
        let theirs = case["gap_a_minus_b"].as_array().unwrap();
        assert_eq!(ours.gaps.len(), theirs.len());
        for (g, t) in ours.gaps.iter().zip(theirs) {
            let name = format!("{} {}", case["name"], t["dim"]);
            c.number(&name, g.gap.mean, &t["mean"]);
            c.number(&name, g.gap.sd, &t["sd"]);
            c.number(&name, g.gap.first_higher_half_level, &t["p_a_higher_half_level"]);
            c.number(&name, g.gap.second_higher_half_level, &t["p_b_higher_half_level"]);
        }
    }
    assert_eq!(c.count, 6 * 4 * 4);
}

#[test]
fn the_agenda_begins_with_the_largest_differences_and_the_largest_gap() {
    let (a, b) = (read("333333333333333333333333"), read("333332222333313334033333"));
    let ours = compared(&a, &b);
    let sizes: Vec<f64> = ours.gaps.iter().map(|g| g.gap.mean.abs()).collect();
    assert!(sizes.iter().enumerate().all(|(d, size)| d == 1 || *size < sizes[1]), "{sizes:?}");
    let questions: Vec<usize> = ours.deltas.iter().map(|d| d.question).collect();
    assert_eq!(questions, [18, 13, 6, 7, 8, 5, 17]);
    assert_eq!((ours.deltas[0].a, ours.deltas[0].b, ours.deltas[0].steps()), (3, 0, 3));
    // In equal gaps the earlier dimension comes first.
    let level = compared(&read("333333333333333333333333"), &read("333333333323333332333333"));
    assert_eq!(level.deltas.iter().map(|d| d.question).collect::<Vec<_>>(), [10, 17]);
}

#[test]
fn what_one_rater_left_out_is_listed_with_no_opportunity_first() {
    let ours = compared(&read("3.x3n33n3.xn333333333333"), &read(".33x3n3n.xn.333333333333"));
    let rows: Vec<(usize, bool)> = ours.one_sided.iter().map(|o| (o.question, o.no_opportunity())).collect();
    assert_eq!(rows, [(4, true), (5, true), (0, false), (1, false), (2, false), (3, false), (8, false)]);
    assert_eq!(
        (ours.one_sided[0].a, ours.one_sided[0].b),
        (Some(Choice::OffScale(OffScale::NoOpportunity)), Some(Choice::Statement(3)))
    );
    assert_eq!((ours.one_sided[2].a, ours.one_sided[2].b), (Some(Choice::Statement(3)), None));
    assert_eq!((ours.plain.pairs, ours.questions), (13, 24));
}

fn pairs() -> impl Strategy<Value = (usize, Vec<(usize, usize)>)> {
    (3_usize..=10).prop_flat_map(|k| (Just(k), prop::collection::vec((0..k, 0..k), 0..60)))
}

fn answers() -> impl Strategy<Value = String> {
    "[01234]{24}|[0-4.nx]{24}|[23]{24}"
}

fn close(x: f64, y: f64) -> bool {
    (x - y).abs() < 1e-12
}

/// Every number that exists.
fn all_numbers(p: &RawCounts, k: &Coefficients) -> Vec<f64> {
    let plain = [p.mean, p.sd, p.mean_absolute].into_iter().flatten();
    let intervals = [p.interval, k.ac1.map(|e| e.interval), k.ac2_linear.map(|e| e.interval)].into_iter().flatten().flatten();
    plain.chain(intervals).chain(found(k).into_iter().flatten()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numbers_are_finite_and_in_their_ranges((k, pairs) in pairs()) {
        let (p, c) = (plain(&pairs), coefficients(&pairs, k));
        let numbers = all_numbers(&p, &c);
        prop_assert!(numbers.iter().all(|x| x.is_finite()), "{numbers:?}");
        prop_assert!(found(&c).into_iter().flatten().all(|x| x <= 1.0 + 1e-12));
        prop_assert!(p.same <= p.within_one && p.within_one <= p.pairs && p.same + p.a_higher + p.b_higher == p.pairs);
        if let (Ok(mean), Ok([low, high])) = (p.mean, p.interval) {
            prop_assert!(low < mean && mean < high);
        }
        for e in [c.ac1, c.ac2_linear].into_iter().flatten() {
            prop_assert!(e.interval[0] <= e.value + 1e-12 && e.value <= e.interval[1] + 1e-12 && e.interval[1] <= 1.0);
        }
        prop_assert_eq!(pairs.len() >= 2, c.ac1.is_ok());
    }

    #[test]
    fn swapping_the_raters_turns_the_offset_and_nothing_else((k, pairs) in pairs()) {
        let swapped: Vec<(usize, usize)> = pairs.iter().map(|(a, b)| (*b, *a)).collect();
        let (p, q) = (plain(&pairs), plain(&swapped));
        prop_assert_eq!((p.same, p.within_one, p.a_higher, p.b_higher), (q.same, q.within_one, q.b_higher, q.a_higher));
        prop_assert_eq!((p.mean, p.sd, p.largest), (q.mean.map(|m| 0.0 - m), q.sd, q.largest));
        match (p.interval, q.interval) {
            (Ok([low, high]), Ok([other_low, other_high])) => prop_assert!(close(low, -other_high) && close(high, -other_low)),
            (x, y) => prop_assert_eq!(x, y),
        }
        for (x, y) in found(&coefficients(&pairs, k)).into_iter().zip(found(&coefficients(&swapped, k))) {
            match (x, y) {
                (Ok(x), Ok(y)) => prop_assert!(close(x, y)),
                (x, y) => prop_assert_eq!(x, y),
            }
        }
    }

    #[test]
    fn turning_the_scale_round_leaves_the_coefficients((k, pairs) in pairs()) {
        let turned: Vec<(usize, usize)> = pairs.iter().map(|(a, b)| (k - 1 - a, k - 1 - b)).collect();
        for (x, y) in found(&coefficients(&pairs, k)).into_iter().zip(found(&coefficients(&turned, k))) {
            match (x, y) {
                (Ok(x), Ok(y)) => prop_assert!(close(x, y)),
                (x, y) => prop_assert_eq!(x, y),
            }
        }
    }

    #[test]
    fn one_rater_twice_agrees_on_everything((k, pairs) in pairs()) {
        let twice: Vec<(usize, usize)> = pairs.iter().map(|(a, _)| (*a, *a)).collect();
        let p = plain(&twice);
        prop_assert_eq!((p.same, p.within_one), (p.pairs, p.pairs));
        prop_assert!(p.interval.is_err());
        prop_assert!(found(&coefficients(&twice, k)).into_iter().flatten().all(|x| close(x, 1.0)));
    }

    #[test]
    fn the_agenda_holds_each_difference_once_and_in_order(a in answers(), b in answers()) {
        let (ladder, _) = ladder_and_model();
        let ours = compared(&read(&a), &read(&b));
        let on_scale = |s: &str, q: usize| s.as_bytes()[q].is_ascii_digit();
        let mut seen: Vec<usize> = ours.deltas.iter().map(|d| d.question).collect();
        seen.sort_unstable();
        let differing: Vec<usize> =
            (0..24).filter(|&q| on_scale(&a, q) && on_scale(&b, q) && a.as_bytes()[q] != b.as_bytes()[q]).collect();
        prop_assert_eq!(seen, differing);
        let most = ours.gaps.iter().map(|g| g.gap.mean.abs()).fold(0.0, f64::max);
        let widest = ours.gaps.iter().position(|g| most - g.gap.mean.abs() <= 1e-9).unwrap();
        let place = |q: usize, steps: usize| (std::cmp::Reverse(steps), steps == 1 && ladder.dimension_of(q) != widest, q);
        prop_assert!(ours.deltas.is_sorted_by_key(|d| place(d.question, d.steps())), "{:?}", ours.deltas);
        let mut alone: Vec<usize> = ours.one_sided.iter().map(|o| o.question).collect();
        prop_assert!(ours.one_sided.is_sorted_by_key(|o| (!o.no_opportunity(), o.question)));
        alone.sort_unstable();
        prop_assert_eq!(alone, (0..24).filter(|&q| on_scale(&a, q) != on_scale(&b, q)).collect::<Vec<_>>());
        let enough: Vec<bool> = (0..4)
            .map(|d| [&a, &b].iter().all(|s| (6 * d..6 * d + 6).filter(|&q| on_scale(s, q)).count() >= 3))
            .collect();
        prop_assert_eq!(ours.gaps.iter().map(|g| g.enough).collect::<Vec<_>>(), enough);
    }
}
