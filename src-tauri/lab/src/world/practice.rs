//! A small world to practise in: one company, its people, one personal account.

use serde::Serialize;

use super::World;
use super::directory::{MailboxKind, NewTenant, NewUser, UserConsent, UserKind};

/// The practice world's names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Practice {
    /// The id (GUID) of the company's tenant.
    pub tenant_id: String,
    /// The company's verified domain.
    pub domain: String,
    /// The address of an ordinary member with a mailbox.
    pub work_user: String,
    /// The address of the company's administrator.
    pub administrator: String,
    /// The address of a member without a mailbox in Exchange Online.
    pub user_without_mailbox: String,
    /// The address of a personal account.
    pub personal_user: String,
    /// The id of a second company, to which the others do not belong.
    pub other_tenant_id: String,
    /// The address of a member of the second company.
    pub other_user: String,
    /// All addresses above.
    pub addresses: Vec<String>,
}

impl World {
    /// Adds the sample company "Ferretería Soler, S.L." with its people, another company and a personal account.
    #[allow(clippy::must_use_candidate)] // Called for its effect as often as for its answer.
    pub fn seed_practice(&self) -> Practice {
        let domain = "ferreteriasoler.example".to_owned();
        let tenant_id = self.add_tenant(NewTenant {
            name: "Ferretería Soler, S.L.".to_owned(),
            domain: domain.clone(),
            id: None,
            user_consent: UserConsent::ManagedByMicrosoft,
        });
        let other_tenant_id = self.add_tenant(NewTenant {
            name: "Talleres Mínguez".to_owned(),
            domain: "talleresminguez.example".to_owned(),
            id: None,
            user_consent: UserConsent::ManagedByMicrosoft,
        });
        let work = |tenant: &String| UserKind::Work {
            tenant: tenant.clone(),
        };
        let people = [
            (
                "marta@ferreteriasoler.example",
                "Marta Soler",
                work(&tenant_id),
                MailboxKind::Active,
                false,
            ),
            (
                "informatica@ferreteriasoler.example",
                "Informática",
                work(&tenant_id),
                MailboxKind::Active,
                true,
            ),
            (
                "almacen@ferreteriasoler.example",
                "Almacén",
                work(&tenant_id),
                MailboxKind::None,
                false,
            ),
            (
                "ferreteria.soler@outlook.example",
                "Marta (personal)",
                UserKind::Personal,
                MailboxKind::Active,
                false,
            ),
            (
                "pepe@talleresminguez.example",
                "Pepe Mínguez",
                work(&other_tenant_id),
                MailboxKind::Active,
                false,
            ),
        ];
        let addresses: Vec<String> = people.iter().map(|person| person.0.to_owned()).collect();
        for (address, display_name, kind, mailbox, is_admin) in people {
            self.add_user(NewUser {
                address: address.to_owned(),
                display_name: display_name.to_owned(),
                kind,
                mailbox,
                is_admin,
                sends_as: Vec::new(),
            });
        }
        Practice {
            tenant_id,
            domain,
            work_user: addresses[0].clone(),
            administrator: addresses[1].clone(),
            user_without_mailbox: addresses[2].clone(),
            personal_user: addresses[3].clone(),
            other_tenant_id,
            other_user: addresses[4].clone(),
            addresses,
        }
    }
}
