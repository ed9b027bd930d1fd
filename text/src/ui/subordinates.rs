//! Words around what the units below stated. The sums are worded in `below`.

words! {
    heading: "下级汇总", "From the units below";
    reading: "正在读取下级的文件…", "Reading the files of the units below…";
    to_files: "看下级的文件", "See their files";
    taken: "已登记到本单位", "registered here";
    another: "不是同一起", "Not the same one";
    take: "按下级汇总填报", "Take what the units below stated";
    differs: "本单位填报的比下级登记的少。请补登，或在备注里写明原因。", "This unit registered fewer than the units below. Register the others, or say why in the remark.";
    explained: "本单位填报的与下级登记的不同，原因见备注。", "This unit's answer differs from what is below; the remark says why.";
    hint: "以本单位的回答为准；下级汇总连同所依据的文件编号一起写进签名文件。", "This unit's own answer counts; what the units below stated goes into the signed file with the files it rests on.";
    bound: "签名文件会写明依据了下级的哪些文件。", "The signed file will name the files of the units below that it rests on.";
}

sentences! {
    counts(expected: usize, reported: usize): "应报 {expected} 个，已报 {reported} 个", "{reported} of {expected} reported";
    missing(count: usize): "没有报送：{count} 个", "Not reported: {count}";
    silent(count: usize): "报了，但没有答这一题：{count} 个", "Reported without stating this: {count}";
    take_with(count: usize): "按下级汇总填报，登记这 {count} 起", "Take what the units below stated, incidents: {count}";
    same_as(day: &str): "就是本单位登记的 {day} 那起", "The same as the one of {day} registered here";
    register(count: usize): "把这 {count} 起登记到本单位", "Register here: {count}";
}
