//! Words for the screen where an office works on the files that came.

words! {
    heading: "回执与意见", "Receipts and opinions";
    complete: "是否收齐", "Complete";
    all_in: "已收齐", "all in";
    some_open: "没有收齐", "not all in";
    received: "收到的每份文件", "Every file received";
    received_hint: "每份文件从几个方面分别核对，最要紧的写在前面。", "Each file is checked from several sides; what matters most stands first.";
    alike: "几个单位写的文字相同", "Units that wrote the same words";
    alike_next: "可能是互相照抄，请核实；不影响计算结果。", "They may be copied: ask. No finding changes.";
}

sentences! {
    about(unit: &str): "关于{unit}", "about {unit}";
}
