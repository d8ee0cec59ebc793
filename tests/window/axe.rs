//! axe-core in the real window: no violation on any screen, in any look, size or language; and no screen scrolls
//! sideways at 320 pixels.

use crate::support::{Desk, Opening};
use crate::walk::every_screen;
use serde_json::json;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use vincula_testbed::{Customer, Session};

/// What axe looks at: WCAG 2.2 A and AA, and what its authors advise.
const RULES: [&str; 7] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22a",
    "wcag22aa",
    "best-practice",
];

/// Where everything is twice as large a page has half the pixels each way. The window as it opens comes last: there
/// a click finds its button without scrolling.
const ZOOMS: [(&str, u32, u32); 2] = [("200 %", OPENS.0 / 2, OPENS.1 / 2), ("100 %", OPENS.0, OPENS.1)];

/// The size of the page as the window opens.
const OPENS: (u32, u32) = (1180, 820);

const LANGUAGES: [&str; 2] = ["es", "en"];

/// Two faults that axe must see, or its silence says nothing.
const PLANT: &str = "<img src='data:,'><p style='color: #999; background: #aaa'>faint</p>";

const READ: &str = "
    const [rules, plant, done] = arguments;
    const planted = document.createElement('div');
    planted.innerHTML = plant;
    if (plant) document.querySelector('main').append(planted);
    const said = (results) => results.map(({ id, nodes }) => {
      const places = nodes.map(({ target, any: [{ message } = {}] }) => `${target.join(' ')} (${message ?? ''})`);
      return `${id}: ${places.join('; ')}`;
    });
    axe.run(document, { runOnly: { type: 'tag', values: rules } }).then(
      ({ violations, passes, incomplete }) => {
        planted.remove();
        done({ violations: said(violations), passed: passes.length, unsure: said(incomplete) });
      },
      (error) => done({ error: String(error) }),
    );";

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_light_look() {
    look("Adwaita", "(prefers-color-scheme: light)").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_dark_look() {
    look("Adwaita:dark", "(prefers-color-scheme: dark)").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_where_the_system_asks_for_contrast() {
    look("HighContrast", "(prefers-contrast: more)").await;
}

/// What the person chooses in the window itself, over whatever the system says.
#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_look_that_the_person_chose() {
    let desk = open("Adwaita").await;
    desk.press("look").await;
    desk.tick("letters:larger").await;
    desk.tick("colours:contrast_dark").await;
    desk.tick("motion:still").await;
    desk.press("close").await;
    walk(desk, "chosen: contrast, dark, largest letters").await;
}

/// Walks the job once in this look of the system.
async fn look(theme: &str, media: &str) {
    let desk = open(theme).await;
    let asked = desk
        .script(&format!("return matchMedia('{media}').matches"))
        .await;
    assert_eq!(asked, true, "the page sees {media}");
    walk(desk, media).await;
}

/// Walks the job once, and lets axe read each screen in both sizes and both languages.
async fn walk(mut desk: Desk, name: &str) {
    let axe = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(axe).expect("axe-core is there: npm ci");
    let awake = read(&desk, &axe, PLANT).await;
    assert_eq!(
        awake.violations.len(),
        2,
        "axe sees what was planted: {:?}",
        awake.violations
    );

    let mut findings = Vec::new();
    let mut unsure = BTreeSet::new();
    let mut table = format!("\n{name:40}  violations/rules passed\n{:28}", "screen");
    for language in LANGUAGES {
        for (zoom, _, _) in ZOOMS.iter().rev() {
            write!(table, "{:>12}", format!("{language} {zoom}")).unwrap();
        }
    }
    every_screen(&mut desk, async |desk: &Desk, screen: &str| {
        let mut counts = Vec::new();
        for (zoom, width, height) in ZOOMS {
            desk.resize(width, height).await;
            for language in LANGUAGES {
                speak(desk, language).await;
                let found = read(desk, &axe, "").await;
                let count = format!("{}/{}", found.violations.len(), found.passed);
                counts.push((format!("{language} {zoom}"), count));
                let named = |what: &String| format!("{screen}, {language}, {zoom}: {what}");
                findings.extend(found.violations.iter().map(named));
                unsure.extend(
                    found
                        .unsure
                        .iter()
                        .map(|what| format!("{screen}, {zoom}: {what}")),
                );
            }
        }
        counts.sort();
        write!(table, "\n{screen:28}").unwrap();
        for (_, count) in counts {
            write!(table, "{count:>12}").unwrap();
        }
    })
    .await;
    desk.close().await;
    println!("{table}\n\naxe could not tell: {unsure:#?}");
    assert!(
        findings.is_empty(),
        "{} violations:\n{}",
        findings.len(),
        findings.join("\n")
    );
}

/// What axe says of a page.
struct Reading {
    violations: Vec<String>,
    /// How many of its rules the page keeps.
    passed: u64,
    /// What it cannot tell, such as a contrast over a picture.
    unsure: Vec<String>,
}

/// Lets axe read the page, with something planted in it.
async fn read(desk: &Desk, axe: &str, plant: &str) -> Reading {
    // A page that was loaded again has none.
    if desk.script("return typeof axe").await == "undefined" {
        desk.script(axe).await;
    }
    let arguments = vec![json!(RULES), json!(plant)];
    let answer = desk.driver.execute_async(READ, arguments).await.unwrap();
    let answer = answer.json();
    assert!(answer["error"].is_null(), "axe: {}", answer["error"]);
    let passed = answer["passed"].as_u64().unwrap();
    assert!(passed > 10, "axe has read the page");
    let list = |name: &str| -> Vec<_> {
        let list = answer[name].as_array().unwrap();
        list.iter()
            .map(|what| what.as_str().unwrap().to_owned())
            .collect()
    };
    Reading {
        violations: list("violations"),
        passed,
        unsure: list("unsure"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_screen_scrolls_sideways_at_320_pixels() {
    let mut desk = open("Adwaita").await;
    let wider = "const wide = document.createElement('div'); wide.style = 'width: 3000px; height: 9px'; document.body.append(wide);";
    let planted = desk
        .script(&format!(
            "{wider} try {{ {SIDEWAYS} }} finally {{ wide.remove(); }}"
        ))
        .await;
    assert_ne!(planted["over"], 0, "what is too wide is seen: {planted}");
    let mut wide = Vec::new();
    let mut screens = 0;
    every_screen(&mut desk, async |desk: &Desk, screen: &str| {
        for language in LANGUAGES {
            speak(desk, language).await;
            desk.resize(320, 640).await;
            screens += 1;
            let page = desk.script(SIDEWAYS).await;
            assert_eq!(page["width"], 320, "{screen}");
            if page["over"] != 0 {
                wide.push(format!("{screen}, {language}: {page}"));
            }
        }
        desk.resize(OPENS.0, OPENS.1).await;
    })
    .await;
    desk.close().await;
    println!("{screens} screens at 320 × 640, {} scroll sideways", wide.len());
    assert!(wide.is_empty(), "\n{}", wide.join("\n"));
}

/// By how much the page is wider than its window, and what sticks out of it.
const SIDEWAYS: &str = "
    const page = document.documentElement;
    const over = Math.max(page.scrollWidth, document.body.scrollWidth) - page.clientWidth;
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return over > 0 && width > 0 && right > page.clientWidth + 1;
    });
    return { width: innerWidth, over, out: out.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };";

async fn open(theme: &str) -> Desk {
    let customer = Customer::in_session(Session::with_keyring()).await;
    let opening = Opening {
        environment: vec![("GTK_THEME", theme.to_owned())],
        ..Opening::default()
    };
    Desk::open_for(customer, opening).await
}

/// Changes the language where a person could: behind a dialog too, which a click could not reach.
async fn speak(desk: &Desk, language: &str) {
    let button = format!("document.querySelector(\"[data-action='language:{language}']\").click()");
    desk.script(&button).await;
    desk.find(&format!("html[lang='{language}']")).await;
}
