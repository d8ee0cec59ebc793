//! Any bytes as the file of a setup: what is taken of them can be written down and read back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vincula_core::setup::{Contents, SetupFile, SetupId, glimpse, read};

/// The id in the seeds.
const ID: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";

fuzz_target!(|bytes: &[u8]| {
    let Ok(id) = SetupId::parse(ID) else { return };
    match read(bytes, &id) {
        Ok(Contents::Setup(setup)) => {
            assert_eq!(setup.id, id);
            assert!(glimpse(bytes, &id).is_some_and(|seen| seen == *setup));
            let written = SetupFile::of(&setup).and_then(|file| file.to_bytes());
            let again = written.and_then(|bytes| read(&bytes, &id));
            let Ok(Contents::Setup(again)) = again else { panic!("it cannot be read back") };
            assert_eq!(again, setup);
            assert_eq!(again.revision.number(), setup.revision.number());
        }
        Ok(Contents::Newer(newer)) => assert!(newer.schema > 2),
        Err(_) => {}
    }
});
