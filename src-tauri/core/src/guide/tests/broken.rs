//! Every way in which a guide can be wrong, and what its author is told.

use crate::guide::{Pictures, parse};

const GOOD: &str = include_str!("good.toml");
const FORMAT: &str = include_str!("../../../../../docs/GUIDE_FORMAT.md");

/// A slip: the words by which `docs/GUIDE_FORMAT.md` explains its message, what is replaced, and by what.
type Slip = (&'static str, &'static str, &'static str);

const SLIPS: &[Slip] = &[
    ("not valid TOML", "id = \"small\"", "id = \"small"),
    ("not valid TOML", "[summary]", "[name]"),
    ("unknown guide format", "format = 1", "format = 2"),
    ("unknown field", "[summary]", "[sumary]"),
    (
        "unknown field",
        "place = { es = \"Ajustes\"",
        "colour = 1\nplace = { es = \"Ajustes\"",
    ),
    (
        "unknown field",
        "minutes = 3",
        "minutes = 3\nwarnings = { es = \"A\", en = \"A\" }",
    ),
    ("missing field", "format = 1\n", ""),
    ("missing field", "platform = \"web\"\n", ""),
    (
        "missing field",
        "result = { es = \"Listo.\", en = \"Done.\" }\n",
        "",
    ),
    ("wrong type", "minutes = 5", "minutes = \"5\""),
    (
        "wrong type",
        "task = { es = \"Copia\", en = \"Copy\" }",
        "task = \"Copia\"",
    ),
    (
        "wrong type",
        "asks = [\"client_id\", \"client_secret\"]",
        "asks = \"client_id\"",
    ),
    (
        "no step",
        "warning = { es = \"Ahora.\", en = \"Now.\" }",
        "symptoms = [{ says = { es = \"No.\", en = \"No.\" }, fix = { es = \"Sí.\", en = \"Yes.\" }, goes_to = \"nowhere\" }]",
    ),
    (
        "a repair asks for",
        "[[hand_over]]\nvalue = \"client_id\"",
        "[[repairs]]\nid = \"mend\"\nminutes = 1\nscene = \"entra/redirect-uri\"\nasks = [\"client_id\"]\ntask = { es = \"A\", en = \"A\" }\ntitle = { es = \"A\", en = \"A\" }\nlead = { es = \"A.\", en = \"A.\" }\nplace = { es = \"A\", en = \"A\" }\nactions = [{ es = \"A.\", en = \"A.\" }]\nresult = { es = \"A.\", en = \"A.\" }\n[[hand_over]]\nvalue = \"client_id\"",
    ),
    (
        "either a \"scene\" or an \"image\"",
        "scene = \"entra/client-secret\"",
        "scene = \"entra/client-secret\"\nimage = { file = \"a.png\", alt = { es = \"A\", en = \"A\" } }",
    ),
    (
        "there is no image file",
        "scene = \"entra/client-secret\"",
        "image = { file = \"a.png\", alt = { es = \"A\", en = \"A\" } }",
    ),
    ("is out of range", "minutes = 5", "minutes = 0"),
    ("is out of range", "minutes = 5", "minutes = 99999999999999999999"),
    (
        "is empty; expected at least one entry",
        "languages = [\"es\", \"en\"]",
        "languages = []",
    ),
    (
        "is missing in language",
        "title = { es = \"Comprueba\", en = \"Prove\" }",
        "title = { es = \"Comprueba\" }",
    ),
    ("is missing in language", "en = \"Small mail\"\n", ""),
    (
        "unknown language",
        "languages = [\"es\", \"en\"]",
        "languages = [\"es\", \"fr\"]",
    ),
    (
        "unknown language",
        "lead = { es = \"Todo.\", en = \"All.\" }",
        "lead = { es = \"T\", en = \"A\", fr = \"T\" }",
    ),
    ("unknown scene", "\"entra/client-secret\"", "\"entra/foo\""),
    (
        "unknown scene",
        "\"entra/client-secret\"",
        "\"entra/client-secrets\"",
    ),
    ("unknown check", "\"sign_in\"", "\"signin\""),
    ("unknown check", "\"sign_in\"", "\"machine\", \"sign_in\""),
    (
        "unknown value",
        "gives = [\"redirect_uri\"]",
        "gives = [\"redirect_url\"]",
    ),
    (
        "unknown audience",
        "\"multi_tenant_and_personal\"",
        "\"everybody\"",
    ),
    ("unknown platform", "\"web\"", "\"spa\""),
    ("unknown portal page", "\"credentials\"", "\"credential\""),
    ("unknown step kind", "kind = \"prove\"", "kind = \"proof\""),
    ("is not a name", "id = \"small\"", "id = \"Small ERP\""),
    ("duplicate step id", "id = \"prove\"", "id = \"values\""),
    (
        "duplicate check",
        "\"secret\", \"sign_in\"",
        "\"secret\", \"secret\"",
    ),
    ("duplicate language", "[\"es\", \"en\"]", "[\"es\", \"es\"]"),
    ("duplicate permission", "\"offline_access\"", "\"Mail.Send\""),
    (
        "duplicate question for",
        "\"client_id\", \"client_secret\"]",
        "\"client_id\", \"client_secret\", \"client_id\"]",
    ),
    (
        "duplicate value to copy",
        "[\"redirect_uri\"]",
        "[\"redirect_uri\", \"redirect_uri\"]",
    ),
    (
        "duplicate hand-over of",
        "value = \"client_secret\"",
        "value = \"client_id\"",
    ),
    (
        "is out of order",
        "\"application\", \"secret\"",
        "\"secret\", \"application\"",
    ),
    (
        "needs the permission",
        "[\"Mail.Send\", \"offline_access\"]",
        "[\"offline_access\"]",
    ),
    (
        "is not a permission name",
        "\"Mail.Send\"",
        "\"https://graph.microsoft.com/Mail.Send\"",
    ),
    (
        "bad redirect URI",
        "https://{domain}/callback",
        "http://{domain}/callback",
    ),
    (
        "bad redirect URI",
        "https://{domain}/callback",
        "https://small.example/callback",
    ),
    (
        "bad redirect URI",
        "https://{domain}/callback",
        "https://{domain}/call(back)",
    ),
    (
        "bad redirect URI",
        "https://{domain}/callback",
        "https://{domain}/callback?erp=1",
    ),
    ("bad address", "https://small.example", "small.example"),
    (
        "is empty; leave the field out",
        "es = \"Envía correo.\"",
        "es = \" \"",
    ),
    (
        "contains the control character",
        "Dos valores.",
        "Dos\\u001B[2Jvalores.",
    ),
    (
        "contains the control character",
        "Dos valores.",
        "Dos\\u202Evalores.",
    ),
    (
        "which is not allowed here",
        "Correo de Pequeño",
        "Correo **de** Pequeño",
    ),
    ("unbalanced", "Pulsa **Valor**.", "Pulsa **Valor."),
    ("unbalanced", "Pega `{redirect_uri}`.", "Pega `{redirect_uri}."),
    ("unbalanced", "Pega `{redirect_uri}`.", "Pega {redirect_uri."),
    (
        "unknown placeholder",
        "{redirect_uri}`.\", en",
        "{redirect_url}`.\", en",
    ),
    (
        "unknown placeholder",
        "Envía correo.",
        "Envía correo de {erp_name}.",
    ),
    (
        "has 0 actions",
        "actions = [{ es = \"Pega.\", en = \"Paste.\" }]",
        "actions = []",
    ),
    ("no step with kind", "kind = \"prove\"\n", ""),
    (
        "is not the last step",
        "id = \"values\"",
        "id = \"values\"\nkind = \"prove\"",
    ),
    (
        "cannot ask for",
        "\"client_id\", \"client_secret\"]",
        "\"client_id\", \"redirect_uri\"]",
    ),
    (
        "cannot ask for",
        "\"client_id\", \"client_secret\"]",
        "\"client_id\", \"mailbox\"]",
    ),
    (
        "by then every value must be there",
        "kind = \"prove\"",
        "kind = \"prove\"\nasks = [\"tenant_id\"]",
    ),
    ("a step cannot give", "[\"redirect_uri\"]", "[\"client_secret\"]"),
    ("a step cannot give", "[\"redirect_uri\"]", "[\"client_id\"]"),
    (
        "no step asks for",
        "\"client_id\", \"client_secret\"]",
        "\"client_id\"]",
    ),
    (
        "which no step asks for",
        "value = \"client_id\"",
        "value = \"tenant_id\"",
    ),
];

fn message(source: &str) -> String {
    parse("small.toml", source, &Pictures::default()).map_or_else(
        |error| error.to_string(),
        |guide| format!("{} was accepted", guide.id),
    )
}

#[test]
fn the_guide_that_is_broken_below_is_good() {
    assert_eq!(
        parse("small.toml", GOOD, &Pictures::default()).map(|guide| guide.steps.len()),
        Ok(2)
    );
}

#[test]
fn every_slip_has_its_line_and_its_words() {
    let mut messages = Vec::new();
    for (phrase, from, to) in SLIPS {
        assert!(GOOD.contains(from), "{from} is not in the good guide");
        let message = message(&GOOD.replacen(from, to, 1));
        assert!(message.contains(phrase), "{from} → {to}: {message}");
        messages.push(message);
    }
    insta::assert_snapshot!(messages.join("\n"));
}

#[test]
fn every_message_is_explained_in_the_format() {
    for (phrase, ..) in SLIPS {
        let explained = FORMAT
            .lines()
            .any(|line| line.starts_with('|') && line.contains(phrase));
        assert!(explained, "{phrase:?} is not explained in docs/GUIDE_FORMAT.md");
    }
}

#[test]
fn limits_are_limits() {
    let long = "a".repeat(601);
    let actions = ["{ es = \"A\", en = \"A\" }"; 5].join(", ");
    let broken = [
        GOOD.replacen("Dos valores.", &long, 1),
        GOOD.replacen("Correo de Pequeño", &long, 1),
        GOOD.replacen(
            "[{ es = \"Pega.\", en = \"Paste.\" }]",
            &format!("[{actions}]"),
            1,
        ),
        format!("{GOOD}\n# {}", "a".repeat(256 * 1024)),
        "[".repeat(100_000),
        format!("a = {}", "[".repeat(200_000)),
        format!("a{} = 1", ".a".repeat(100_000)),
        format!("[a{}]", ".a".repeat(100_000)),
    ];
    let messages: Vec<String> = broken.iter().map(|source| message(source)).collect();
    insta::assert_snapshot!(messages.join("\n"));
}
