//! The practice page, used as a person uses it.

use vincula_lab::{Lab, LabConfig};

/// The value of the first hidden field of this name.
fn hidden(html: &str, name: &str) -> String {
    let start = html
        .find(&format!("name=\"{name}\" value=\""))
        .expect("no such field")
        + name.len()
        + 15;
    html[start..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn registering_shows_the_secret_once() {
    let lab = Lab::start(LabConfig::default()).await.unwrap();
    let practice = lab.world().seed_practice();
    let http = crate::bench::client();
    let page = lab.base_url().join("practice").unwrap();
    let read = async || http.get(page.clone()).send().await.unwrap().text().await.unwrap();
    let token = hidden(&read().await, "form_token");
    // Under `no-referrer` a browser would send `Origin: null` with the forms below.
    let headers = http.get(page.clone()).send().await.unwrap().headers().clone();
    assert_eq!(headers["referrer-policy"], "same-origin");
    assert!(!headers.contains_key("strict-transport-security"));
    let form = |token: &str| {
        [
            ("form_token", token.to_owned()),
            ("name", "Mi ERP".to_owned()),
            ("tenant", practice.tenant_id.clone()),
            ("redirect", "https://erp.example.com/cb".to_owned()),
            ("mail", "1".to_owned()),
        ]
    };
    let register = lab.base_url().join("practice/register").unwrap();
    let forged = http
        .post(register.clone())
        .form(&form("forged"))
        .send()
        .await
        .unwrap();
    assert_eq!(forged.status(), 403);
    let done = http.post(register).form(&form(&token)).send().await.unwrap();
    assert_eq!(done.status(), 303);
    let first = read().await;
    for label in [
        "Id. de aplicación (cliente)",
        "Id. de directorio (inquilino)",
        "Identificador de objeto",
        "Valor",
        "Id. de secreto",
        "Mail.Send",
        "esto no es Microsoft",
    ] {
        assert!(first.contains(label), "{label}");
    }
    let value = |html: &str| {
        html.split("<code>").find_map(|rest| {
            let text = rest.split('<').next().unwrap_or_default();
            (text.len() == 40 && text.contains("8Q~")).then(|| text.to_owned())
        })
    };
    assert!(value(&first).is_some());
    assert!(value(&read().await).is_none(), "shown once");

    let client_id = hidden(&first, "client_id");
    let change = lab.base_url().join("practice/change").unwrap();
    let form = [
        ("form_token", token.as_str()),
        ("client_id", &client_id),
        ("what", "mail"),
    ];
    assert_eq!(http.post(change).form(&form).send().await.unwrap().status(), 303);
    assert!(read().await.contains("Agregar Mail.Send"));
}
