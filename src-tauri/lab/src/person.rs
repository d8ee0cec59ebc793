//! A robot that plays the person: it reads the same pages and submits the same forms, over plain HTTP.

use std::time::Duration;

use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use url::Url;

/// What the person does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Behaviour {
    /// Signs in and accepts.
    #[default]
    Accept,
    /// Signs in and declines the consent.
    DeclineConsent,
    /// Leaves by the button of the sign-in page.
    Cancel,
}

/// Where a visit ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The first redirect that leaves the lab: the answer to the application. It was not followed.
    /// After a `form_post` page it is the address that the form would be sent to, without its fields.
    Redirected(Url),
    /// A page from which this person cannot go on.
    Stuck {
        /// The HTTP status of that page.
        status: u16,
        /// The `AADSTS…` code on it, if it shows one.
        code: Option<String>,
    },
}

/// Why a visit broke off.
#[derive(Debug, thiserror::Error)]
pub enum PersonError {
    /// A request failed.
    #[error("a page could not be fetched: {0}")]
    Request(#[from] reqwest::Error),
    /// A redirect led to something that is no address.
    #[error("a redirect led nowhere: {0}")]
    Address(#[from] url::ParseError),
    /// The pages went round in circles.
    #[error("the pages went round in circles")]
    TooManyPages,
    /// The certificate given could not be read, or the TLS client could not be made.
    #[error("the certificate cannot be used: {0}")]
    Certificate(String),
}

/// A person with a browser of their own; cookies last from visit to visit.
#[derive(Clone, Debug)]
pub struct Person {
    address: String,
    behaviour: Behaviour,
    client: Option<Client>,
}

impl Person {
    /// A person who signs in as `address`.
    #[must_use]
    pub fn new(address: &str, behaviour: Behaviour) -> Self {
        Self {
            address: address.to_owned(),
            behaviour,
            client: browser(None).ok(),
        }
    }

    /// A person whose browser trusts this certificate (PEM): for a lab under https.
    ///
    /// # Errors
    ///
    /// If the certificate cannot be read.
    pub fn trusting(address: &str, behaviour: Behaviour, authority_pem: &str) -> Result<Self, PersonError> {
        let client = browser(Some(authority_pem))?;
        Ok(Self {
            address: address.to_owned(),
            behaviour,
            client: Some(client),
        })
    }

    /// Opens the address and goes on until the lab sends the browser elsewhere, or nothing leads on.
    ///
    /// # Errors
    ///
    /// If the lab cannot be reached or its pages lead in circles.
    pub async fn visit(&self, authorize_url: &Url) -> Result<Ending, PersonError> {
        let client = match &self.client {
            Some(client) => client.clone(),
            None => browser(None)?,
        };
        let mut here = authorize_url.clone();
        let mut response = client.get(here.clone()).send().await?;
        for _ in 0..20 {
            if response.status().is_redirection() {
                let Some(location) = location(&response) else {
                    break;
                };
                let next = here.join(&location)?;
                if next.origin() != authorize_url.origin() {
                    return Ok(Ending::Redirected(next));
                }
                here = next;
                response = client.get(here.clone()).send().await?;
                continue;
            }
            let status = response.status().as_u16();
            let html = response.text().await?;
            let Some(action) = self.decide(&html) else {
                return Ok(Ending::Stuck {
                    status,
                    code: code_on(&html),
                });
            };
            let target = here.join(&action.to)?;
            if target.origin() != authorize_url.origin() {
                return Ok(Ending::Redirected(target));
            }
            here = target;
            response = client.post(here.clone()).form(&action.fields).send().await?;
        }
        Err(PersonError::TooManyPages)
    }

    /// The form that this person submits on this page, if any.
    fn decide(&self, html: &str) -> Option<Submission> {
        let forms = forms(html);
        let form = |id: &str| forms.iter().find(|form| form.id == id);
        // A page that complains is read, not argued with.
        if html.contains("id=\"message\"") {
            return None;
        }
        if let Some(form) = form("form-post") {
            return Some(form.submit(&[]));
        }
        if let Some(form) = form("consent") {
            let decision = if self.behaviour == Behaviour::Accept {
                "accept"
            } else {
                "cancel"
            };
            return Some(form.submit(&[("decision", decision)]));
        }
        if self.behaviour == Behaviour::Cancel
            && let Some(form) = form("cancel")
        {
            return Some(form.submit(&[]));
        }
        if let Some(form) = form("chooser") {
            let mine = form
                .buttons
                .iter()
                .any(|(_, value)| value.eq_ignore_ascii_case(&self.address));
            return Some(form.submit(&[("account", if mine { &self.address } else { "" })]));
        }
        if let Some(form) = form("sign-in") {
            return Some(form.submit(&[("login", &self.address)]));
        }
        form("password").map(|form| form.submit(&[]))
    }
}

fn browser(authority_pem: Option<&str>) -> Result<Client, PersonError> {
    // Fails only if a provider is installed already, which serves as well.
    drop(rustls::crypto::ring::default_provider().install_default());
    let mut builder = Client::builder()
        .cookie_store(true)
        .redirect(Policy::none())
        .no_proxy()
        .connect_timeout(Duration::from_secs(10));
    builder = match authority_pem {
        Some(pem) => {
            let certificate = reqwest::Certificate::from_pem(pem.as_bytes())
                .map_err(|error| PersonError::Certificate(error.to_string()))?;
            builder.tls_certs_only([certificate])
        }
        // Plain http needs no roots, and a machine without any must still be able to practise.
        None => builder.tls_certs_only([]),
    };
    builder
        .build()
        .map_err(|error| PersonError::Certificate(error.to_string()))
}

fn location(response: &Response) -> Option<String> {
    let value = response.headers().get(LOCATION)?;
    String::from_utf8(value.as_bytes().to_vec()).ok()
}

/// The first `AADSTS…` code in the text.
fn code_on(html: &str) -> Option<String> {
    let start = html.find("AADSTS")?;
    let digits = html[start + 6..].chars().take_while(char::is_ascii_digit).count();
    (digits > 0).then(|| html[start..start + 6 + digits].to_owned())
}

struct Submission {
    to: String,
    fields: Vec<(String, String)>,
}

/// A form of a page, as far as the lab's pages use them.
#[derive(Debug, Default)]
struct Form {
    id: String,
    action: String,
    inputs: Vec<(String, String)>,
    buttons: Vec<(String, String)>,
}

impl Form {
    /// The form with some fields filled in; the others keep their values.
    fn submit(&self, filled: &[(&str, &str)]) -> Submission {
        let mut fields = self.inputs.clone();
        for (name, value) in filled {
            fields.retain(|field| field.0 != *name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        Submission {
            to: self.action.clone(),
            fields,
        }
    }
}

fn forms(html: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut inside = false;
    for tag in tags(html) {
        let name = tag.split_ascii_whitespace().next().unwrap_or_default();
        let value = |key: &str| attribute(tag, key).unwrap_or_default();
        match name {
            "form" => {
                inside = true;
                forms.push(Form {
                    id: value("id"),
                    action: value("action"),
                    ..Form::default()
                });
            }
            "/form" => inside = false,
            "input" | "button" if inside => {
                let Some(form) = forms.last_mut() else { continue };
                let pair = (value("name"), value("value"));
                if name == "button" {
                    form.buttons.push(pair);
                } else if value("type") != "checkbox" {
                    form.inputs.push(pair);
                }
            }
            _ => {}
        }
    }
    forms
}

/// The insides of the tags of a page, one after the other.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<')
        .skip(1)
        .filter_map(|piece| piece.split_once('>').map(|(tag, _)| tag))
}

fn attribute(tag: &str, key: &str) -> Option<String> {
    let start = tag.find(&format!(" {key}=\""))? + key.len() + 3;
    let value = tag[start..].split('"').next()?;
    let plain = value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    Some(plain)
}
