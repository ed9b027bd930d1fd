//! Words of the passphrase that protects a signing key, and of backups under one.

words! {
    heading: "签名密钥的口令", "Passphrase of the signing key";
    locked: "签名密钥锁着，没有签名。", "The signing key is locked; nothing was signed.";
    locked_do: "请先输入口令解锁。", "Unlock it with its passphrase first.";
    unprotected: "页面从磁盘打开，签名密钥还没有口令，没有签名。", "The page was opened from disk and the signing key has no passphrase yet; nothing was signed.";
    unprotected_do: "请先设置口令：这台电脑上其他从磁盘打开的网页可能读到没有口令的密钥。", "Set a passphrase first: other pages opened from this computer's disk may be able to read a key without one.";
}
