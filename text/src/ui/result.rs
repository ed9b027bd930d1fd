//! Words for the result screen. The verdict's own words are made from the evaluation.

words! {
    heading: "结果", "Result";
    blocking: "未实现的项目", "Criteria not met";
    costing: "影响得分的项目", "Criteria that cost points";
    missing: "还缺的回答", "Answers still missing";
    nothing_missing: "没有待填项。", "Nothing is missing.";
    what_next: "接下来", "What happens next";
    procedure: "评定程序", "How it is decided";
    print_form: "打印统计表", "Print the form";
    print_recognition: "打印空白认定表", "Print the blank recognition form";
    print_blank: "打印空白表", "Print a blank form";
}
