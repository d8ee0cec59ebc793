//! The other ERPs in the window: each to its own proof, and each through what goes wrong with it.

mod failures;
mod proofs;

use crate::support::{Desk, Opening};
use std::time::Duration;
use vincula_assistant::{DataFolder, SetupFolder, SetupStore as _, SystemClock, new_setup};
use vincula_core::guide::find;
use vincula_core::value::{ClientId, ErpAddress, Mailbox, TenantId};
use vincula_lab::{Act, NewApplication, Practice, RegisteredApplication};
use vincula_testbed::{
    Customer, MYCRMWEB_BY_ITSELF, MailAuthority, Session, ev4s_application, mycrmwebs_application,
    nocobases_application,
};

const A_YEAR: Duration = Duration::from_hours(365 * 24);

/// A customer with a setup of `guide` that stands at the step `at`, with every value but the secret.
async fn customer(
    guide: &str,
    at: &str,
    application: fn(&Practice) -> NewApplication,
) -> (Customer, RegisteredApplication) {
    let customer = Customer::in_session(Session::with_keyring()).await;
    let world = customer.lab.world();
    let application = world.register_application(application(&customer.sample));
    let data = DataFolder::at(&customer.session.home().join("data/vincula")).unwrap();
    let setups = SetupFolder::of(&data).unwrap();
    let guide = find(guide).unwrap();
    let erp = ErpAddress::parse(&guide.erp.address_example).unwrap();
    let mailbox = Mailbox::parse(&customer.sample.work_user).unwrap();
    let client_id = ClientId::parse(&application.client_id).unwrap();
    let mut setup = new_setup(&setups, &SystemClock, guide, erp, mailbox, Some(client_id)).unwrap();
    setup.tenant_id = Some(TenantId::parse(&customer.sample.tenant_id).unwrap());
    setup.current_step = Some(at.to_owned());
    setups.save(&setup).unwrap();
    (customer, application)
}

/// Opens the window at the setup's step.
async fn resumed(customer: Customer, opening: Opening) -> Desk {
    let desk = Desk::open_for(customer, opening).await;
    desk.press_first("resume").await;
    desk
}

/// A secret that holds for a year is pasted, and every page after it is done, up to the check.
async fn up_to_the_check(desk: &mut Desk, application: &RegisteredApplication) {
    up_to_the_check_with(desk, application, A_YEAR).await;
}

async fn up_to_the_check_with(desk: &mut Desk, application: &RegisteredApplication, holds: Duration) {
    desk.step("client-secret").await;
    let world = desk.customer.lab.world();
    let secret = world.add_secret(&application.client_id, "ERP", holds);
    desk.copy(&secret.value);
    desk.press("paste:client_secret").await;
    while !desk.has("main[data-page='connect']").await {
        desk.press("done").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}

/// From the check to what comes after the sign-in.
async fn proven(desk: &Desk) {
    desk.press("check").await;
    desk.page("sign-in").await;
    let owner = desk.customer.sample.work_user.clone();
    desk.person(&owner, Act::Accept);
    desk.press("sign-in").await;
}

/// The window's own session trusts the authority, and the program is told of the ports.
fn beside(customer: &Customer, authority: &MailAuthority, imap: u16, smtp: Option<u16>) -> Opening {
    let certificate = customer.session.home().join("mail-authority.pem");
    std::fs::write(&certificate, authority.root_pem()).unwrap();
    let mut arguments = vec!["--lab-imap".to_owned(), imap.to_string()];
    if let Some(smtp) = smtp {
        arguments.extend(["--lab-smtp".to_owned(), smtp.to_string()]);
    }
    Opening {
        arguments,
        environment: vec![("SSL_CERT_FILE", certificate.to_str().unwrap().to_owned())],
        ..Opening::default()
    }
}

/// MyCRMweb's registration, with what it may do by itself, which nobody has approved yet.
async fn mycrmweb() -> (Customer, RegisteredApplication) {
    let (customer, application) = customer("mycrmweb", "client-secret", mycrmwebs_application).await;
    let world = customer.lab.world();
    world.set_application_permissions(&application.client_id, &MYCRMWEB_BY_ITSELF);
    (customer, application)
}

/// NocoBase's registration, approved.
async fn nocobase() -> (Customer, RegisteredApplication) {
    let (customer, application) = customer("nocobase", "client-secret", nocobases_application).await;
    customer.lab.world().grant_admin_consent(&application.client_id);
    (customer, application)
}

/// eV4's own application: the customer's organisation has not approved it yet.
async fn ev4() -> (Customer, RegisteredApplication) {
    customer("ev4", "prove", ev4s_application).await
}
