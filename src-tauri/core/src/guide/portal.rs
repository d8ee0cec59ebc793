//! Where a page of Microsoft's portal is.
//!
//! The addresses are Microsoft's own but undocumented (`docs/GUIDE_FORMAT.md` says the same to authors), so
//! a step always writes the click path too. Source: the portal's links in public repositories and in
//! <https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50011-redirect-uri-mismatch>.

use super::model::PortalPage;
use url::Url;

/// The address of `page` in the portal at `portal_base`, such as `https://portal.azure.com/`.
///
/// A page of one application falls back to the list of applications where no Client ID is known yet: from
/// there the person sees their own application and is one click away.
#[must_use]
pub fn address(page: PortalPage, portal_base: &Url, client_id: Option<&str>) -> Url {
    let mut url = portal_base.clone();
    url.set_query(None);
    url.set_fragment(Some(&fragment(page, client_id)));
    url
}

fn fragment(page: PortalPage, client_id: Option<&str>) -> String {
    let blade = match page {
        PortalPage::Home => return "home".to_owned(),
        PortalPage::EntraOverview => {
            return "view/Microsoft_AAD_IAM/ActiveDirectoryMenuBlade/~/Overview".to_owned();
        }
        PortalPage::AppRegistrations => return APP_LIST.to_owned(),
        PortalPage::NewRegistration => {
            let form = "view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false";
            return form.to_owned();
        }
        PortalPage::AppOverview => "Overview",
        PortalPage::Credentials => "Credentials",
        PortalPage::Authentication => "Authentication",
        PortalPage::ApiPermissions => "CallAnAPI",
    };
    match client_id {
        Some(id) => {
            format!(
                "view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/{blade}/appId/{id}/isMSAApp~/false"
            )
        }
        None => APP_LIST.to_owned(),
    }
}

const APP_LIST: &str = "view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";

#[cfg(test)]
mod tests {
    use super::super::names::Named;
    use super::{PortalPage, address};
    use url::Url;

    const APP: &str = "11111111-2222-4333-8444-555555555555";

    #[test]
    fn every_page_has_its_address() {
        let base = Url::parse("https://portal.azure.com/").unwrap();
        let lines: Vec<String> = PortalPage::NAMES
            .iter()
            .map(|(name, page)| format!("{name}\n  {}", address(*page, &base, Some(APP))))
            .collect();
        insta::assert_snapshot!(lines.join("\n"));
    }

    #[test]
    fn without_a_client_id_the_pages_of_an_application_lead_to_the_list() {
        let base = Url::parse("https://portal.azure.us/").unwrap();
        let list = address(PortalPage::AppRegistrations, &base, None);
        for page in [
            PortalPage::AppOverview,
            PortalPage::Credentials,
            PortalPage::Authentication,
            PortalPage::ApiPermissions,
        ] {
            assert_eq!(address(page, &base, None), list);
        }
        assert_eq!(list.host_str(), Some("portal.azure.us"));
    }
}
