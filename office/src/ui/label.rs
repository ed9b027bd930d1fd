//! Names that only assistive technology reads.

words! {
    main: "主要内容", "Main content";
    navigation: "页面导航", "Navigation";
    task_list: "自评项目列表", "List of criteria";
    question: "当前问题", "Current question";
    reason: "结果与依据", "Finding and reasons";
    verdict: "总体结果", "Overall result";
    skip_to_content: "跳到主要内容", "Skip to the main content";
    language_switch: "切换到英文", "Switch to Chinese";
    close_dialog: "关闭对话框", "Close the dialog";
    breadcrumb: "当前位置", "You are here";
    status: "状态", "Status";
    progress: "进度", "Progress";
    sort_up: "升序", "Ascending";
    sort_down: "降序", "Descending";
    opens_new_window: "在新窗口打开", "Opens in a new window";
    units_found: "找到的单位", "Units found";
    notices: "提醒", "Notices";
    required: "必填", "Required";
    error: "有错误", "Error";
    table_of_units: "各单位各项目结果", "Findings of every unit and criterion";
}
