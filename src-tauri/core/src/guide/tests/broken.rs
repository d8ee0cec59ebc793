//! Every way in which a guide can be wrong, and what its author is told.

use crate::guide::{Pictures, parse};

const GOOD: &str = include_str!("good.toml");
const FORMAT: &str = include_str!("../../../../../docs/GUIDE_FORMAT.md");

/// The same with what came with format 2.
const VENDOR: &str = include_str!("vendor.toml");

/// A slip: the words by which `docs/GUIDE_FORMAT.md` explains its message, what is replaced, and by what.
type Slip = (&'static str, &'static str, &'static str);

const SLIPS: &[Slip] = &[
    ("not valid TOML", "id = \"small\"", "id = \"small"),
    ("not valid TOML", "[summary]", "[name]"),
    ("unknown guide format", "format = 1", "format = 3"),
    ("unknown guide format", "format = 1", "format = 3\nlater = true"),
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

const VENDORS_SLIPS: &[Slip] = &[
    ("needs format = 2", "format = 2", "format = 1"),
    (
        "needs the permission",
        "\"https://outlook.office.com/IMAP.AccessAsUser.All\"",
        "\"IMAP.AccessAsUser.All\"",
    ),
    ("needs the permission", "\"inbox\", ", "\"calendar\", "),
    (
        "needs registration.application_permissions",
        "\"application\", ",
        "\"app_permissions\", ",
    ),
    (
        "needs a secret",
        "\"application\", ",
        "\"application\", \"secret\", ",
    ),
    (
        "is not a permission name",
        "https://outlook.office.com/IMAP",
        "https://outlook.office365.com/IMAP",
    ),
    (
        "is not a permission name",
        "\"Mail.Read\", \"",
        "\"Mail Read\", \"",
    ),
    (
        "replaces a retired permission",
        "now = [\"Mail.Read\"]",
        "now = [\"Mail.Send\"]",
    ),
    (
        "bad Client ID",
        "[registration.vendor]",
        "[registration.vendor]\nclient_id = \"eV4\"",
    ),
    (
        "does not go with registration.vendor",
        "audience = \"multi_tenant\"",
        "audience = \"multi_tenant\"\nplatform = \"web\"",
    ),
    (
        "does not go with registration.vendor",
        "audience = \"multi_tenant\"",
        "audience = \"multi_tenant\"\nredirect_uri = \"https://{domain}/cb\"",
    ),
    (
        "bad redirect URI",
        "app.vincula://callback",
        "another.scheme://callback",
    ),
    (
        "duplicate redirect URI",
        "app.vincula://callback",
        "http://localhost/vincula",
    ),
    (
        "a step asks for",
        "[\"client_id\"]",
        "[\"client_id\", \"client_secret\"]",
    ),
    (
        "a step asks for",
        "[registration.vendor]",
        "[registration.vendor]\nclient_id = \"3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10\"",
    ),
    ("no step asks for", "asks = [\"client_id\"]\n", ""),
    ("support needs", "mail = \"help@reader.example\"\n", ""),
    (
        "entries; it may have",
        "revoke = [{ es = \"Quítalo.\", en = \"Take it away.\" }]",
        "revoke = []",
    ),
    ("unknown step kind", "kind = \"approve\"", "kind = \"aprove\""),
    (
        "missing field",
        "ends = { es = \"Se acaba.\", en = \"It ends.\" }\n",
        "",
    ),
    ("unknown field", "answer = {", "answers = {"),
    (
        "does not fit the redirect URI",
        "redirect_uris = [\"http://localhost/vincula\"",
        "redirect_uris = [\"https://{company}.other.example/cb\"",
    ),
];

fn message(source: &str) -> String {
    parse("small.toml", source, &Pictures::default()).map_or_else(
        |error| error.to_string(),
        |guide| format!("{} was accepted", guide.id),
    )
}

#[test]
fn the_guides_that_are_broken_below_are_good() {
    for good in [GOOD, VENDOR] {
        assert_eq!(
            parse("small.toml", good, &Pictures::default()).map(|guide| guide.steps.len()),
            Ok(2)
        );
    }
}

#[test]
fn every_slip_has_its_line_and_its_words() {
    insta::assert_snapshot!(messages(GOOD, SLIPS));
}

#[test]
fn every_slip_in_what_came_with_format_2_has_its_line_and_its_words() {
    insta::assert_snapshot!(messages(VENDOR, VENDORS_SLIPS));
}

fn messages(good: &str, slips: &[Slip]) -> String {
    let mut messages = Vec::new();
    for (phrase, from, to) in slips {
        assert!(good.contains(from), "{from} is not in the good guide");
        let message = message(&good.replacen(from, to, 1));
        assert!(message.contains(phrase), "{from} → {to}: {message}");
        messages.push(message);
    }
    messages.join("\n")
}

#[test]
fn every_message_is_explained_in_the_format() {
    for (phrase, ..) in SLIPS.iter().chain(VENDORS_SLIPS) {
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
