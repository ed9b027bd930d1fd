//! Names that only assistive technology reads.

words! {
    navigation: "页面导航", "Navigation";
    verdict: "总体结果", "Overall result";
    skip_to_content: "跳到主要内容", "Skip to the main content";
    language_switch: "切换到英文", "Switch to Chinese";
    progress: "进度", "Progress";
    units_found: "找到的单位", "Units found";
    notices: "提醒", "Notices";
    table_of_units: "各单位各项目结果", "Findings of every unit and criterion";
}
