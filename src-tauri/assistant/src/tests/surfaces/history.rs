//! What happened on the surfaces is kept with the setup.

use crate::tests::setups::{Disk, setup};
use crate::{SetupStore as _, choose_surface, note_answer, note_dead_end};
use vincula_core::surface::{Allowed, DeadEnd, SurfaceKind, first_surface, next_surface};

#[test]
fn the_next_sign_in_begins_where_one_can_end() {
    let disk = Disk::new();
    let kept = setup('1', "2026-05-25T10:00:00Z");
    disk.setups.save(&kept).unwrap();
    let history = || disk.setups.load(&kept.id).unwrap().surfaces;
    let allowed = Allowed::of(SurfaceKind::ALL);
    note_dead_end(&disk.setups, &kept.id, SurfaceKind::Window, DeadEnd::Passkey).unwrap();
    assert_eq!(
        next_surface(SurfaceKind::Window, DeadEnd::Passkey, &allowed, &history()),
        Some(SurfaceKind::Loopback)
    );
    note_answer(&disk.setups, &kept.id, SurfaceKind::Loopback).unwrap();
    assert_eq!(first_surface(&allowed, &history()), SurfaceKind::Loopback);
    choose_surface(&disk.setups, &kept.id, SurfaceKind::Window).unwrap();
    assert_eq!(first_surface(&allowed, &history()), SurfaceKind::Window);
    // Nothing else of the setup has changed.
    let mut now = disk.setups.load(&kept.id).unwrap();
    now.surfaces = kept.surfaces.clone();
    assert_eq!(now, kept);
}
