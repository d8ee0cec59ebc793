//! Reading a `scope` parameter: which resource, which permissions.
//!
//! Source: entra-docs `scopes-oidc.md`: a bare name belongs to Microsoft Graph, a full one names its resource, and
//! `openid profile email offline_access` belong to none.

use super::permission::{self, OPENID};
use crate::cloud::Cloud;

/// An API that tokens are issued for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resource {
    Graph,
    Outlook,
}

/// The application id of Microsoft Graph, by which error texts name it.
pub(crate) const GRAPH_APPLICATION: &str = "00000003-0000-0000-c000-000000000000";
/// The application id of Exchange Online.
pub(crate) const OUTLOOK_APPLICATION: &str = "00000002-0000-0ff1-ce00-000000000000";

impl Resource {
    pub(crate) const fn application_id(self) -> &'static str {
        match self {
            Self::Graph => GRAPH_APPLICATION,
            Self::Outlook => OUTLOOK_APPLICATION,
        }
    }

    /// The resource's name in the tokens and scopes of `cloud`.
    pub(crate) fn audience(self, cloud: Cloud) -> String {
        let host = match self {
            Self::Graph => cloud.graph_host(),
            Self::Outlook => cloud.outlook_hosts().first().copied().unwrap_or_default(),
        };
        format!("https://{host}")
    }
}

/// One word of a `scope` parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    OpenId(&'static str),
    /// Every registered permission of the resource.
    Default(Resource),
    Named(Resource, String),
}

/// Why a word is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ScopeFault {
    /// The resource is known, the permission is not.
    Permission(Resource, String),
    /// The resource is not known.
    Resource(String),
}

/// Reads one word as `cloud` does.
pub(crate) fn read(cloud: Cloud, word: &str) -> Result<Scope, ScopeFault> {
    if let Some(name) = OPENID.iter().find(|name| name.eq_ignore_ascii_case(word)) {
        return Ok(Scope::OpenId(name));
    }
    let (resource, name) = split(cloud, word)?;
    if name == ".default" {
        return Ok(Scope::Default(resource));
    }
    match permission::find(name) {
        Some(known) => Ok(Scope::Named(resource, known.value.clone())),
        None => Err(ScopeFault::Permission(resource, word.to_owned())),
    }
}

fn split(cloud: Cloud, word: &str) -> Result<(Resource, &str), ScopeFault> {
    let lower = word.to_ascii_lowercase();
    let below = |host: &str| {
        let prefix = format!("https://{host}/");
        lower
            .starts_with(&prefix)
            .then(|| word[prefix.len()..].trim_start_matches('/'))
    };
    if let Some(name) = below(cloud.graph_host()) {
        return Ok((Resource::Graph, name));
    }
    if let Some(name) = cloud.outlook_hosts().iter().find_map(|host| below(host)) {
        return Ok((Resource::Outlook, name));
    }
    // A resource of another cloud is not known here either.
    if lower.contains("://") {
        let name = word.rsplit_once('/').map_or(word, |(resource, _)| resource);
        return Err(ScopeFault::Resource(name.to_owned()));
    }
    Ok((Resource::Graph, word))
}

/// Reads all words.
pub(crate) fn read_all<'a>(
    cloud: Cloud,
    words: impl Iterator<Item = &'a str>,
) -> Result<Vec<Scope>, ScopeFault> {
    words.map(|word| read(cloud, word)).collect()
}

/// The distinct resources named, in the order of their first mention.
pub(crate) fn resources(scopes: &[Scope]) -> Vec<Resource> {
    let mut found = Vec::new();
    for scope in scopes {
        if let Scope::Default(resource) | Scope::Named(resource, _) = scope
            && !found.contains(resource)
        {
            found.push(*resource);
        }
    }
    found
}

/// The permission names that `scopes` ask of `resource`, with `.default` standing for `registered`.
pub(crate) fn names(scopes: &[Scope], resource: Resource, registered: &[String]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        if !found.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            found.push(name.to_owned());
        }
    };
    for scope in scopes {
        match scope {
            Scope::Named(of, name) if *of == resource => add(name),
            Scope::Default(of) if *of == resource => registered.iter().for_each(|name| add(name)),
            _ => {}
        }
    }
    found
}

/// Whether `scopes` hold the OpenID scope `name`.
pub(crate) fn has_openid(scopes: &[Scope], name: &str) -> bool {
    scopes
        .iter()
        .any(|scope| matches!(scope, Scope::OpenId(known) if *known == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_full_names_are_the_same_permission() {
        let named = Scope::Named(Resource::Graph, "Mail.Send".to_owned());
        for word in ["Mail.Send", "mail.send", "https://graph.microsoft.com/Mail.Send"] {
            assert_eq!(read(Cloud::Global, word), Ok(named.clone()), "{word}");
        }
        assert_eq!(
            read(Cloud::Global, "https://outlook.office.com/SMTP.Send"),
            Ok(Scope::Named(Resource::Outlook, "SMTP.Send".to_owned()))
        );
    }

    #[test]
    fn unknown_names_say_what_is_unknown() {
        assert_eq!(
            read(Cloud::Global, "Mail.Sned"),
            Err(ScopeFault::Permission(Resource::Graph, "Mail.Sned".to_owned()))
        );
        assert_eq!(
            read(Cloud::Global, "https://nowhere.example/Mail.Send"),
            Err(ScopeFault::Resource("https://nowhere.example".to_owned()))
        );
    }

    #[test]
    fn a_cloud_knows_no_resource_of_another() {
        let clouds = [Cloud::Global, Cloud::UsGovHigh, Cloud::UsGovDod, Cloud::China];
        for own in clouds {
            for other in clouds {
                for resource in [Resource::Graph, Resource::Outlook] {
                    let word = format!("{}/.default", resource.audience(other));
                    assert_eq!(
                        read(own, &word) == Ok(Scope::Default(resource)),
                        own == other,
                        "{own:?} {word}"
                    );
                }
            }
        }
    }
}
