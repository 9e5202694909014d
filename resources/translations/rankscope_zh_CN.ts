<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>SweepText</name>
    <message>
        <source>&quot;%1&quot; is no whole number from %2 to %3.</source>
        <translation>“%1”不是 %2 到 %3 的整数。</translation>
    </message>
    <message>
        <source>Write numbers and ranges with commas between them: 2, 4, 6-8.</source>
        <translation>用逗号分开数字和范围：2, 4, 6-8。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Laboratory for tensor-compressed recurrent networks on video.
Example: rankscope ~/videos/gestures</source>
        <translation>用于视频的张量压缩循环网络实验室。
例：rankscope ~/videos/gestures</translation>
    </message>
    <message>
        <source>Train the first preset for so long, edit ranks and replot meanwhile; print how quickly the window answered as one line of JSON, and end.</source>
        <translation>训练第一个预设这么久，同时修改秩并重画；用一行 JSON 打印窗口响应得有多快，然后结束。</translation>
    </message>
    <message>
        <source>A run folder, a folder of videos with one sub-folder per class, or videos to classify.</source>
        <translation>运行文件夹、每个类别一个子文件夹的视频文件夹，或要分类的视频。</translation>
    </message>
</context>
<context>
    <name>rankscope::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder of videos per class</source>
        <translation>打开一个文件夹，每个类别一个视频子文件夹</translation>
    </message>
    <message>
        <source>Use a &amp;list…</source>
        <translation>使用列表(&amp;L)…</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>A CSV list that names clips, classes, groups and splits of the open folder</source>
        <translation>CSV 列表，列出打开的文件夹中的片段、类别、组和划分</translation>
    </message>
    <message>
        <source>Open the &amp;built-in set</source>
        <translation>打开内置数据集(&amp;B)</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Moving shapes: 8 classes that differ only by motion</source>
        <translation>移动的图形：8 个只靠运动区分的类别</translation>
    </message>
    <message>
        <source>Open &amp;run…</source>
        <translation>打开运行(&amp;R)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Open a run folder: its curves, its settings, its classes</source>
        <translation>打开运行文件夹：它的曲线、设置和类别</translation>
    </message>
    <message>
        <source>&amp;Classify videos…</source>
        <translation>分类视频(&amp;C)…</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Tell the class of videos with the current run</source>
        <translation>用当前运行判断视频的类别</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Language, theme, threads, run folder and frame cache</source>
        <translation>语言、主题、线程、运行文件夹和帧缓存</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>取消上一次编辑</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the edit again</source>
        <translation>重新执行该编辑</translation>
    </message>
    <message>
        <source>&amp;Design</source>
        <translation>设计(&amp;D)</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>Cell, format, modes and ranks, and what they cost</source>
        <translation>单元、格式、模和秩，以及它们的代价</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>Curves, progress and settings of the training</source>
        <translation>训练的曲线、进度和设置</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message>
        <source>All runs: open, continue, compare</source>
        <translation>所有运行：打开、继续、比较</translation>
    </message>
    <message>
        <source>&amp;Classify</source>
        <translation>分类(&amp;C)</translation>
    </message>
    <message>
        <source>Ctrl+4</source>
        <translation>Ctrl+4</translation>
    </message>
    <message>
        <source>Videos and their classes</source>
        <translation>视频及其类别</translation>
    </message>
    <message>
        <source>Data &amp;set</source>
        <translation>数据集(&amp;S)</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>Show or hide the data set at the side</source>
        <translation>显示或隐藏侧边的数据集</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Colours and style of the desktop</source>
        <translation>桌面的颜色和样式</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色配色</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色配色</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
    <message>
        <source>Fill the screen with the window</source>
        <translation>窗口占满屏幕</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>重置布局(&amp;L)</translation>
    </message>
    <message>
        <source>Put everything back to its place</source>
        <translation>把各部分放回原位</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Train the model on the data</source>
        <translation>用数据训练模型</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Wait between two batches, or go on</source>
        <translation>在两个批次之间等待，或继续</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation>Shift+F5</translation>
    </message>
    <message>
        <source>End after this batch; the run stays usable and can be continued</source>
        <translation>在这个批次之后结束；运行仍可使用，也可以继续</translation>
    </message>
    <message>
        <source>&amp;Help on this pane</source>
        <translation>本面板的帮助(&amp;H)</translation>
    </message>
    <message>
        <source>What the current pane shows and how it is used</source>
        <translation>当前面板显示什么、如何使用</translation>
    </message>
    <message>
        <source>All help &amp;pages</source>
        <translation>所有帮助页(&amp;P)</translation>
    </message>
    <message>
        <source>Ctrl+F1</source>
        <translation>Ctrl+F1</translation>
    </message>
    <message>
        <source>Every pane, the mathematics, how to read the numbers, the command line</source>
        <translation>每个面板、数学、如何读数字、命令行</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation>Ctrl+/</translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation>所有快捷键一览</translation>
    </message>
    <message>
        <source>&amp;About Rankscope</source>
        <translation>关于 Rankscope(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本和许可证</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Inspect</source>
        <translation>检视(&amp;I)</translation>
    </message>
    <message>
        <source>Into a run: confusion, cores, spectra, gates over time</source>
        <translation>深入一个运行：混淆、核、谱、随时间变化的门</translation>
    </message>
    <message>
        <source>Ctrl+5</source>
        <translation>Ctrl+5</translation>
    </message>
</context>
<context>
    <name>rankscope::ApplyOffer</name>
    <message>
        <source>Apply to the running model</source>
        <translation>应用到正在训练的模型</translation>
    </message>
    <message>
        <source>What the ranks would do to the running model</source>
        <translation>这些秩会对正在训练的模型做什么</translation>
    </message>
    <message>
        <source>%1: computing what these ranks do to it…</source>
        <translation>%1：正在计算这些秩对它的影响…</translation>
    </message>
    <message>
        <source>function kept</source>
        <translation>函数保持不变</translation>
    </message>
    <message>
        <source>map error %1 %</source>
        <translation>映射误差 %1 %</translation>
    </message>
    <message>
        <source>%1: %2, %3 → %4 parameters</source>
        <translation>%1：%2，%3 → %4 个参数</translation>
    </message>
</context>
<context>
    <name>rankscope::BudgetPage</name>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>MAC a frame</source>
        <translation>每帧 MAC</translation>
    </message>
    <message>
        <source>What is limited</source>
        <translation>限制什么</translation>
    </message>
    <message>
        <source>Of the input-to-hidden map with all gates; multiplications forward, in the best order</source>
        <translation>含所有门的输入到隐藏映射；前向乘法次数，按最佳顺序</translation>
    </message>
    <message>
        <source>all formats</source>
        <translation>所有格式</translation>
    </message>
    <message>
        <source>Formats to try</source>
        <translation>要尝试的格式</translation>
    </message>
    <message>
        <source>Modes to try first</source>
        <translation>先尝试的模</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>至多(&amp;M)</translation>
    </message>
    <message>
        <source>Maps that meet the budget</source>
        <translation>符合预算的映射</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing fits this budget; try a larger one or more formats.</source>
        <translation>没有符合此预算的；请试更大的预算或更多格式。</translation>
    </message>
    <message>
        <source>Best first: most of the budget used, in steps of 5 %; then the cheapest. A click takes it, undo takes it back.</source>
        <translation>最好的在前：用足预算的（每 5 % 一档），其次最便宜的。点击采用，可以撤销。</translation>
    </message>
    <message>
        <source>Fit a budget</source>
        <translation>符合预算</translation>
    </message>
    <message>
        <source>Patches must divide the frame: choose another size of them under Picture.</source>
        <translation>块必须整除帧：请在“画面”页选择另一个大小。</translation>
    </message>
</context>
<context>
    <name>rankscope::ClassScoreModel</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Class of the clips</source>
        <translation>片段的类别</translation>
    </message>
    <message>
        <source>Of the clips called so, how many are</source>
        <translation>称为该类的片段中，真正属于该类的比例</translation>
    </message>
    <message>
        <source>Of the clips that are, how many are called so</source>
        <translation>属于该类的片段中，被称为该类的比例</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>精确率与召回率的调和平均</translation>
    </message>
    <message>
        <source>Clips of the class</source>
        <translation>该类的片段</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>Average precision: how well the clips are ranked by the probability of the class</source>
        <translation>平均精度：按该类的概率对片段排序排得如何</translation>
    </message>
</context>
<context>
    <name>rankscope::ClassTableModel</name>
    <message>
        <source>%1, clips: %2</source>
        <translation>%1，片段数：%2</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
</context>
<context>
    <name>rankscope::ClassifyPane</name>
    <message>
        <source>&amp;Open videos…</source>
        <translation>打开视频(&amp;O)…</translation>
    </message>
    <message>
        <source>Co&amp;py results</source>
        <translation>复制结果(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Frames shown to the network</source>
        <translation>展示给网络的帧</translation>
    </message>
    <message>
        <source>Videos to classify</source>
        <translation>要分类的视频</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reading the video…</source>
        <translation>正在读取视频…</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>运行：%1</translation>
    </message>
    <message>
        <source>Train a model or open a run first; the videos wait for it</source>
        <translation>请先训练模型或打开一个运行；视频会等待</translation>
    </message>
    <message>
        <source>Train a model or open a run first</source>
        <translation>请先训练模型或打开一个运行</translation>
    </message>
    <message>
        <source>Folder of videos to classify</source>
        <translation>要分类的视频文件夹</translation>
    </message>
    <message>
        <source>There is no file in the folder %1.</source>
        <translation>文件夹 %1 中没有文件。</translation>
    </message>
    <message>
        <source>Save results</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>classes.csv</source>
        <translation>classes.csv</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve results…</source>
        <translation>保存结果(&amp;V)…</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>of the video so far</source>
        <translation>到目前为止的视频</translation>
    </message>
    <message>
        <source>in windows of 1/%1 of the video</source>
        <translation>以视频的 1/%1 为窗口</translation>
    </message>
    <message>
        <source>What the network says of the video up to each moment, or of a window around it</source>
        <translation>网络对截至每一时刻的视频怎么说，或对其周围的窗口怎么说</translation>
    </message>
    <message>
        <source>Proba&amp;bilities</source>
        <translation>概率(&amp;B)</translation>
    </message>
    <message>
        <source>Drop videos or a folder of them here</source>
        <translation>把视频或视频文件夹拖到这里</translation>
    </message>
    <message>
        <source>There is no such file or folder: %1</source>
        <translation>没有这样的文件或文件夹：%1</translation>
    </message>
</context>
<context>
    <name>rankscope::ClipBrowser</name>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
</context>
<context>
    <name>rankscope::ClipListModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>rankscope::ClipPlayer</name>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>rankscope::ConfidenceModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Runs of one setting</source>
        <translation>同一设置的运行</translation>
    </message>
    <message>
        <source>They differ by seed alone; of several learning rates the best one</source>
        <translation>只有种子不同；有多个学习率时取最好的一个</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>它们的数目</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>By drawing clips (or groups) again and again, with replacement</source>
        <translation>反复有放回地抽取片段（或组）得到</translation>
    </message>
    <message>
        <source>Against the first</source>
        <translation>与第一个相比</translation>
    </message>
    <message>
        <source>Difference of the accuracies on the clips that both saw</source>
        <translation>在双方都见过的片段上准确率之差</translation>
    </message>
    <message>
        <source>Of the difference: without 0 in it the two differ</source>
        <translation>差值的区间：不含 0 则两者不同</translation>
    </message>
    <message>
        <source>McNemar p</source>
        <translation>McNemar p</translation>
    </message>
    <message>
        <source>How likely so uneven a division is, were both equally good</source>
        <translation>若两者同样好，出现如此不均衡划分的可能性</translation>
    </message>
    <message>
        <source>Of the best weights, over all clips that some seed saw</source>
        <translation>最佳权重的准确率，对任一种子所见的全部片段</translation>
    </message>
    <message>
        <source>Over seeds</source>
        <translation>各种子</translation>
    </message>
    <message>
        <source>Mean and standard deviation of the runs, each on its own clips</source>
        <translation>各运行的均值与标准差，各用自己的片段</translation>
    </message>
</context>
<context>
    <name>rankscope::ConfidencePanel</name>
    <message>
        <source>Confidence of the accuracies of the selected runs</source>
        <translation>所选运行准确率的置信度</translation>
    </message>
    <message>
        <source>Select runs in the table above: the first one is what the others are held against.</source>
        <translation>在上表中选择运行：其余的与第一个比较。</translation>
    </message>
    <message>
        <source>Reading what the runs say of their clips …</source>
        <translation>正在读取各运行对片段的判断……</translation>
    </message>
    <message>
        <source>%1 %2 clips</source>
        <translation>%1 个%2片段</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>On %1 in %2 groups; whole groups are drawn.</source>
        <translation>基于 %2 组中的 %1；整组抽取。</translation>
    </message>
    <message>
        <source>On %1.</source>
        <translation>基于 %1。</translation>
    </message>
</context>
<context>
    <name>rankscope::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>Validation clips</source>
        <translation>验证片段</translation>
    </message>
    <message>
        <source>Test clips</source>
        <translation>测试片段</translation>
    </message>
    <message>
        <source>Training clips</source>
        <translation>训练片段</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>&amp;Shares of each row</source>
        <translation>每行的比例(&amp;S)</translation>
    </message>
    <message>
        <source>Of the clips of each true class, the share called so</source>
        <translation>每个真实类别的片段中，被称为该类的比例</translation>
    </message>
    <message>
        <source>Scores of each class</source>
        <translation>每个类别的得分</translation>
    </message>
    <message>
        <source>Opening the clips…</source>
        <translation>正在打开片段…</translation>
    </message>
    <message>
        <source>Classifying the clips…</source>
        <translation>正在对片段分类…</translation>
    </message>
    <message>
        <source>Cancelled. Choose a set of clips to begin again.</source>
        <translation>已取消。请选择一组片段重新开始。</translation>
    </message>
    <message>
        <source>Clips have several labels: there is no confusion matrix. The table tells how well each class is found; choose one to see its clips.</source>
        <translation>片段有多个标签，没有混淆矩阵。表格说明每个类别被找到得如何；选择一个类别可看到它的片段。</translation>
    </message>
    <message>
        <source>Choose a cell or a class to see its clips.</source>
        <translation>选择一格或一个类别，查看其片段。</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2，共 %3）</translation>
    </message>
    <message>
        <source>Clips of %1</source>
        <translation>%1 的片段</translation>
    </message>
    <message>
        <source>%1, mean average precision %2</source>
        <translation>%1，平均精度均值 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Accuracy %1, loss %2, clips: %3</source>
        <translation>准确率 %1，损失 %2，片段数 %3</translation>
    </message>
    <message>
        <source>%1 recognised: %2</source>
        <translation>%1 识别正确：%2</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3</source>
        <translation>%1 被认作 %2：%3</translation>
    </message>
</context>
<context>
    <name>rankscope::CoreTableModel</name>
    <message>
        <source>Core</source>
        <translation>核</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
</context>
<context>
    <name>rankscope::CoresView</name>
    <message>
        <source>Values of the core</source>
        <translation>核的值</translation>
    </message>
    <message>
        <source>All slices side by side</source>
        <translation>所有切片并排</translation>
    </message>
    <message>
        <source>How the values are spread</source>
        <translation>值的分布</translation>
    </message>
    <message>
        <source>&amp;Core</source>
        <translation>核(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
    <message>
        <source>%1 (%2 values)</source>
        <translation>%1（%2 个值）</translation>
    </message>
    <message>
        <source>Index of %1</source>
        <translation>%1 的索引</translation>
    </message>
    <message>
        <source>This core has too many values to show all of them at once.</source>
        <translation>这个核的值太多，无法一次全部显示。</translation>
    </message>
    <message>
        <source>Mean %1, standard deviation %2
Largest magnitude %3, norm %4</source>
        <translation>均值 %1，标准差 %2
最大绝对值 %3，范数 %4</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Between %1 and %2: %3 values</source>
        <translation>%1 与 %2 之间：%3 个值</translation>
    </message>
</context>
<context>
    <name>rankscope::CostCurves</name>
    <message>
        <source>Parameters against rank</source>
        <translation>参数量随秩的变化</translation>
    </message>
    <message>
        <source>Multiplications against rank</source>
        <translation>乘法次数随秩的变化</translation>
    </message>
    <message>
        <source>A dense map has no rank</source>
        <translation>稠密映射没有秩</translation>
    </message>
    <message>
        <source>rank, all equal</source>
        <translation>秩，全部相等</translation>
    </message>
    <message>
        <source>rank, all equal (dot: mean)</source>
        <translation>秩，全部相等（圆点：平均）</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>MAC per frame</source>
        <translation>每帧 MAC</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>rankscope::CurveBar</name>
    <message>
        <source>log x</source>
        <translation>对数 x</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>对数 y</translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation>平滑(&amp;M)</translation>
    </message>
    <message>
        <source>Moving average of the curves, from 0 (off) to 0.999; the raw curve stays faint behind it</source>
        <translation>曲线的滑动平均，从 0（关）到 0.999；原曲线淡淡地留在后面</translation>
    </message>
    <message>
        <source>Smoothing of the curves, coarse</source>
        <translation>曲线平滑，粗调</translation>
    </message>
    <message>
        <source>Smoothing of the curves</source>
        <translation>曲线平滑</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What runs from left to right</source>
        <translation>从左到右是什么</translation>
    </message>
    <message>
        <source>X axis of the curves</source>
        <translation>曲线的 x 轴</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>对数 x 轴</translation>
    </message>
    <message>
        <source>Logarithmic y axis of losses and norms</source>
        <translation>损失和范数的对数 y 轴</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Show all and follow the newest values; zooming or moving a plot freezes it</source>
        <translation>显示全部并跟随最新的值；缩放或移动图会停止跟随</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write a plot as SVG, PDF or PNG</source>
        <translation>把图写成 SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
</context>
<context>
    <name>rankscope::CurvePlot</name>
    <message>
        <source>%1: %2 at %3</source>
        <translation>%1：%2，位于 %3</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves, double click shows all, right click exports</source>
        <translation>滚轮缩放，拖动移动，双击显示全部，右键导出</translation>
    </message>
</context>
<context>
    <name>rankscope::DataOpener</name>
    <message>
        <source>Reading was cancelled. Open the folder again to go on.</source>
        <translation>读取已取消。重新打开文件夹即可继续。</translation>
    </message>
</context>
<context>
    <name>rankscope::DatasetPane</name>
    <message>
        <source>F&amp;older…</source>
        <translation>文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose a folder of videos with one sub-folder per class</source>
        <translation>选择一个视频文件夹，每个类别一个子文件夹</translation>
    </message>
    <message>
        <source>&amp;List…</source>
        <translation>列表(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Built-in</source>
        <translation>内置(&amp;B)</translation>
    </message>
    <message>
        <source>Use the built-in moving-shapes set</source>
        <translation>使用内置的移动图形数据集</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Forget the list: the folders name the classes</source>
        <translation>不用列表：由文件夹命名类别</translation>
    </message>
    <message>
        <source>Forget the list</source>
        <translation>不用列表</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Select a class to see its clips below</source>
        <translation>选择一个类别，在下面查看它的片段</translation>
    </message>
    <message>
        <source>Thumbnails appear once the clips are decoded.</source>
        <translation>片段解码后会出现缩略图。</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the list of unusable files with their reasons</source>
        <translation>复制不可用文件及其原因的列表</translation>
    </message>
    <message>
        <source>Unusable files</source>
        <translation>不可用的文件</translation>
    </message>
    <message>
        <source>Built-in set: moving shapes</source>
        <translation>内置数据集：移动的图形</translation>
    </message>
    <message>
        <source>This folder could not be opened.</source>
        <translation>无法打开此文件夹。</translation>
    </message>
    <message>
        <source>Drop a folder of videos here: one sub-folder per class</source>
        <translation>把视频文件夹拖到这里：每个类别一个子文件夹</translation>
    </message>
    <message>
        <source>Reading the folder…</source>
        <translation>正在读取文件夹…</translation>
    </message>
    <message>
        <source>%1 classes, %2 clips</source>
        <translation>%1 个类别，%2 个片段</translation>
    </message>
    <message>
        <source>Unusable files: %1</source>
        <translation>不可用的文件：%1</translation>
    </message>
    <message>
        <source>List: %1</source>
        <translation>列表：%1</translation>
    </message>
    <message>
        <source>Train %1 · validation %2 · test %3</source>
        <translation>训练 %1 · 验证 %2 · 测试 %3</translation>
    </message>
    <message>
        <source>⚠ %1 %2</source>
        <translation>⚠ %1 %2</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>Choose a list of clips that overrides the folders: CSV with path, class, group and split, trainlist01.txt, or one file of &lt;class&gt;_train.txt</source>
        <translation>选择代替文件夹的片段列表：含路径、类别、组和划分的 CSV、trainlist01.txt，或 &lt;class&gt;_train.txt 中的一个文件</translation>
    </message>
</context>
<context>
    <name>rankscope::DesignPane</name>
    <message>
        <source>Cores</source>
        <translation>核</translation>
    </message>
    <message>
        <source>Totals: the model beside other formats</source>
        <translation>合计：模型与其他格式并列</translation>
    </message>
    <message>
        <source>model: with the head for %1 classes</source>
        <translation>模型：含 %1 个类别的输出头</translation>
    </message>
    <message>
        <source>model: as the layer while the classes are not known</source>
        <translation>模型：类别未知时与层相同</translation>
    </message>
    <message>
        <source>Map: input to hidden, no bias; layer: with U and bias; %1. Ratios are dense to the first column, rounded down.</source>
        <translation>映射：输入到隐藏，无偏置；层：加上 U 和偏置；%1。压缩比是稠密与第一列之比，向下取整。</translation>
    </message>
    <message>
        <source>No costs while the model cannot be used</source>
        <translation>模型不能使用时没有代价</translation>
    </message>
    <message>
        <source>W: input to hidden</source>
        <translation>W：输入到隐藏</translation>
    </message>
    <message>
        <source>U: hidden to hidden</source>
        <translation>U：隐藏到隐藏</translation>
    </message>
    <message>
        <source>Map that is shown</source>
        <translation>显示的映射</translation>
    </message>
    <message>
        <source>About the design</source>
        <translation>关于此设计</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Which pixels an index of an input mode covers</source>
        <translation>输入模的一个索引覆盖哪些像素</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Maps of so many parameters or multiplications at most</source>
        <translation>至多这么多参数或乘法的映射</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>A trained run at smaller ranks, without training</source>
        <translation>训练过的运行取更小的秩，无需训练</translation>
    </message>
    <message>
        <source>One index of I%1 covers %2. A click shows it on the picture.</source>
        <translation>I%1 的一个索引覆盖 %2。点击可在图像上显示。</translation>
    </message>
</context>
<context>
    <name>rankscope::Dialogs</name>
    <message>
        <source>+  -  arrows  Home</source>
        <translation>+  -  方向键  Home</translation>
    </message>
    <message>
        <source>In a plot: zoom, move, show all</source>
        <translation>在图中：缩放、移动、显示全部</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>About Rankscope</source>
        <translation>关于 Rankscope</translation>
    </message>
    <message>
        <source>&lt;b&gt;Rankscope %1&lt;/b&gt;</source>
        <translation>&lt;b&gt;Rankscope %1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>A laboratory for tensor-compressed recurrent networks: choose the ranks, see what they cost, train on folders of videos, classify a clip.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later; it comes without any warranty.&lt;br&gt;&lt;br&gt;Built on Qt %1, Eigen, OpenCV and QCustomPlot.</source>
        <translation>张量压缩循环网络的实验室：选择秩，看到代价，用视频文件夹训练，对片段分类。&lt;br&gt;&lt;br&gt;自由软件，采用 GNU 通用公共许可证第 3 版或更高版本；不提供任何担保。&lt;br&gt;&lt;br&gt;基于 Qt %1、Eigen、OpenCV 和 QCustomPlot。</translation>
    </message>
    <message>
        <source>A run is training</source>
        <translation>一个运行正在训练</translation>
    </message>
    <message>
        <source>A run is still training. What should happen to it?</source>
        <translation>一个运行仍在训练。要怎么处理它？</translation>
    </message>
    <message>
        <source>Keep training: the window is put away and closes when the run is done.
Stop and save: the run ends after this batch and can be continued later.</source>
        <translation>继续训练：窗口收起，运行完成后关闭。
停止并保存：运行在这个批次之后结束，以后可以继续。</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>继续训练(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation>停止并保存(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>rankscope::DifferenceModel</name>
    <message>
        <source>Setting or result</source>
        <translation>设置或结果</translation>
    </message>
</context>
<context>
    <name>rankscope::DifferencePanel</name>
    <message>
        <source>Differences of the selected runs</source>
        <translation>所选运行的差异</translation>
    </message>
    <message>
        <source>&amp;Also what is the same</source>
        <translation>也显示相同的项(&amp;A)</translation>
    </message>
    <message>
        <source>Select two or more runs in the table above (Ctrl+click).</source>
        <translation>在上面的表中选择两个以上的运行（Ctrl+点击）。</translation>
    </message>
    <message>
        <source>The first %1 of %2 selected runs.</source>
        <translation>所选 %2 个运行中的前 %1 个。</translation>
    </message>
    <message>
        <source>What differs between the %1 selected runs.</source>
        <translation>所选 %1 个运行之间的不同之处。</translation>
    </message>
</context>
<context>
    <name>rankscope::DynamicsView</name>
    <message>
        <source>Validation clips</source>
        <translation>验证片段</translation>
    </message>
    <message>
        <source>Test clips</source>
        <translation>测试片段</translation>
    </message>
    <message>
        <source>Training clips</source>
        <translation>训练片段</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Clip to look at</source>
        <translation>要查看的片段</translation>
    </message>
    <message>
        <source>Sort units by &amp;hidden state</source>
        <translation>按隐藏状态排列单元(&amp;H)</translation>
    </message>
    <message>
        <source>Units in the order of h at the last step</source>
        <translation>按最后一步的 h 的顺序排列单元</translation>
    </message>
    <message>
        <source>Opening the clips…</source>
        <translation>正在打开片段…</translation>
    </message>
    <message>
        <source>This run has no such clips. Choose another set.</source>
        <translation>此运行没有这样的片段。请选择另一组。</translation>
    </message>
</context>
<context>
    <name>rankscope::Engine</name>
    <message>
        <source>Raw pixels</source>
        <translation>原始像素</translation>
    </message>
    <message>
        <source>Difference from the clip&apos;s mean frame</source>
        <translation>与片段平均帧之差</translation>
    </message>
    <message>
        <source>Difference from the first frame</source>
        <translation>与第一帧之差</translation>
    </message>
    <message>
        <source>Difference from the previous frame</source>
        <translation>与前一帧之差</translation>
    </message>
    <message>
        <source>Channel last</source>
        <translation>通道在后</translation>
    </message>
    <message>
        <source>Channel first</source>
        <translation>通道在前</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Fewest parameters</source>
        <translation>参数最少</translation>
    </message>
    <message>
        <source>Fewest multiplications</source>
        <translation>乘法最少</translation>
    </message>
    <message>
        <source>Aligned with image rows</source>
        <translation>与图像行对齐</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>SRNN</source>
        <translation>SRNN</translation>
    </message>
    <message>
        <source>Mean over time (not recurrent)</source>
        <translation>时间平均（无循环）</translation>
    </message>
    <message>
        <source>Concatenated</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>分开</translation>
    </message>
    <message>
        <source>Logistic</source>
        <translation>逻辑函数</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>硬</translation>
    </message>
    <message>
        <source>Matched variance</source>
        <translation>匹配方差</translation>
    </message>
    <message>
        <source>TT-RNN code</source>
        <translation>TT-RNN 代码</translation>
    </message>
    <message>
        <source>BT-RNN code</source>
        <translation>BT-RNN 代码</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>稠密</translation>
    </message>
    <message>
        <source>Tensor train</source>
        <translation>张量链</translation>
    </message>
    <message>
        <source>Block term</source>
        <translation>块项</translation>
    </message>
    <message>
        <source>Tucker</source>
        <translation>Tucker</translation>
    </message>
    <message>
        <source>Canonical polyadic</source>
        <translation>典范多元</translation>
    </message>
    <message>
        <source>Tensor ring</source>
        <translation>张量环</translation>
    </message>
    <message>
        <source>Hierarchical Tucker</source>
        <translation>层次 Tucker</translation>
    </message>
    <message>
        <source>Hollywood2: TT-GRU, rank 4</source>
        <translation>Hollywood2：TT-GRU，秩 4</translation>
    </message>
    <message>
        <source>Hollywood2: TT-LSTM, rank 4</source>
        <translation>Hollywood2：TT-LSTM，秩 4</translation>
    </message>
    <message>
        <source>Hollywood2: TT-SRNN, rank 4</source>
        <translation>Hollywood2：TT-SRNN，秩 4</translation>
    </message>
    <message>
        <source>Moving shapes: BT-LSTM, Tucker rank 4, CP rank 2</source>
        <translation>移动图形：BT-LSTM，Tucker 秩 4，CP 秩 2</translation>
    </message>
    <message>
        <source>Moving shapes: dense LSTM</source>
        <translation>移动图形：稠密 LSTM</translation>
    </message>
    <message>
        <source>Moving shapes: TT-LSTM, rank 4</source>
        <translation>移动图形：TT-LSTM，秩 4</translation>
    </message>
    <message>
        <source>UCF11: BT-GRU, Tucker rank 4, CP rank 2</source>
        <translation>UCF11：BT-GRU，Tucker 秩 4，CP 秩 2</translation>
    </message>
    <message>
        <source>UCF11: BT-LSTM, Tucker rank 1, CP rank 2</source>
        <translation>UCF11：BT-LSTM，Tucker 秩 1，CP 秩 2</translation>
    </message>
    <message>
        <source>UCF11: BT-LSTM, Tucker rank 2, CP rank 2</source>
        <translation>UCF11：BT-LSTM，Tucker 秩 2，CP 秩 2</translation>
    </message>
    <message>
        <source>UCF11: BT-LSTM, Tucker rank 4, CP rank 2</source>
        <translation>UCF11：BT-LSTM，Tucker 秩 4，CP 秩 2</translation>
    </message>
    <message>
        <source>UCF11: BT-SRNN, Tucker rank 4, CP rank 2</source>
        <translation>UCF11：BT-SRNN，Tucker 秩 4，CP 秩 2</translation>
    </message>
    <message>
        <source>UCF11: dense GRU</source>
        <translation>UCF11：稠密 GRU</translation>
    </message>
    <message>
        <source>UCF11: dense LSTM</source>
        <translation>UCF11：稠密 LSTM</translation>
    </message>
    <message>
        <source>UCF11: dense SRNN</source>
        <translation>UCF11：稠密 SRNN</translation>
    </message>
    <message>
        <source>UCF11: TT-GRU, rank 4</source>
        <translation>UCF11：TT-GRU，秩 4</translation>
    </message>
    <message>
        <source>UCF11: TT-LSTM, rank 4, hidden to hidden in TT too</source>
        <translation>UCF11：TT-LSTM，秩 4，隐藏到隐藏也用 TT</translation>
    </message>
    <message>
        <source>UCF11: TT-LSTM, rank 4</source>
        <translation>UCF11：TT-LSTM，秩 4</translation>
    </message>
    <message>
        <source>UCF11: TT-SRNN, rank 4</source>
        <translation>UCF11：TT-SRNN，秩 4</translation>
    </message>
    <message>
        <source>YouTube faces: TT-GRU, rank 4</source>
        <translation>YouTube 人脸：TT-GRU，秩 4</translation>
    </message>
    <message>
        <source>YouTube faces: TT-LSTM, rank 4</source>
        <translation>YouTube 人脸：TT-LSTM，秩 4</translation>
    </message>
    <message>
        <source>YouTube faces: TT-SRNN, rank 4</source>
        <translation>YouTube 人脸：TT-SRNN，秩 4</translation>
    </message>
    <message>
        <source>True order</source>
        <translation>真实顺序</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>打乱</translation>
    </message>
    <message>
        <source>One frame repeated</source>
        <translation>重复一帧</translation>
    </message>
    <message>
        <source>By the list or class folders</source>
        <translation>按列表，或每个类别的文件夹</translation>
    </message>
    <message>
        <source>Folder names, shared by all classes</source>
        <translation>文件夹名，所有类别共用</translation>
    </message>
    <message>
        <source>Pattern of the file names</source>
        <translation>文件名的模式</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <source>Last epoch</source>
        <translation>最后一轮</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Groups kept apart, tested once</source>
        <translation>组分开，只测试一次</translation>
    </message>
    <message>
        <source>Five folds over clips, last epoch</source>
        <translation>对片段五折，最后一轮</translation>
    </message>
    <message>
        <source>Random 80/20 of clips, epoch of lowest loss on the 20 %</source>
        <translation>片段随机 80/20，取那 20 % 上损失最小的一轮</translation>
    </message>
    <message>
        <source>UCF11</source>
        <translation>UCF11</translation>
    </message>
    <message>
        <source>Hollywood2</source>
        <translation>Hollywood2</translation>
    </message>
    <message>
        <source>YouTube Celebrities</source>
        <translation>YouTube Celebrities</translation>
    </message>
    <message>
        <source>Folder of classes</source>
        <translation>类别文件夹</translation>
    </message>
    <message>
        <source>Does a sequence of MNIST digits hold a zero</source>
        <translation>MNIST 数字序列中是否含有零</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Undisturbed</source>
        <translation>未受干扰</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>高斯噪声</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Dropped frames</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>Shuffled frames</source>
        <translation>打乱的帧</translation>
    </message>
    <message>
        <source>Real videos: TT-LSTM, rank 4</source>
        <translation>真实视频：TT-LSTM，秩 4</translation>
    </message>
</context>
<context>
    <name>rankscope::ErrorDialog</name>
    <message>
        <source>Rankscope %1, Qt %2, %3, %4</source>
        <translation>Rankscope %1, Qt %2, %3, %4</translation>
    </message>
    <message>
        <source>Rankscope</source>
        <translation>Rankscope</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>复制详情(&amp;C)</translation>
    </message>
</context>
<context>
    <name>rankscope::FieldNote</name>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
</context>
<context>
    <name>rankscope::FileTableModel</name>
    <message>
        <source>File	Class	Probability
</source>
        <translation>文件	类别	概率
</translation>
    </message>
    <message>
        <source>waiting…</source>
        <translation>等待中…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>rankscope::FitModel</name>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>模</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>MAC a frame</source>
        <translation>每帧 MAC</translation>
    </message>
    <message>
        <source>%1: %2 of the budget; a click takes it</source>
        <translation>%1：预算的 %2；点击即采用</translation>
    </message>
</context>
<context>
    <name>rankscope::FolderField</name>
    <message>
        <source>A whole path is needed, from / on.</source>
        <translation>需要从 / 开始的完整路径。</translation>
    </message>
    <message>
        <source>%1 is a file.</source>
        <translation>%1 是一个文件。</translation>
    </message>
    <message>
        <source>Nothing can be written in %1.</source>
        <translation>%1 中不能写入。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
</context>
<context>
    <name>rankscope::FrameSettings</name>
    <message>
        <source>Frames of a clip</source>
        <translation>每个片段的帧数</translation>
    </message>
    <message>
        <source>T: frames of each clip shown to the network, in order of time</source>
        <translation>T：按时间顺序展示给网络的每个片段的帧数</translation>
    </message>
    <message>
        <source>Frame width</source>
        <translation>帧宽</translation>
    </message>
    <message>
        <source>Frames are resized to this width in pixels</source>
        <translation>帧缩放到这个宽度（像素）</translation>
    </message>
    <message>
        <source>Frame height</source>
        <translation>帧高</translation>
    </message>
    <message>
        <source>Frames are resized to this height in pixels</source>
        <translation>帧缩放到这个高度（像素）</translation>
    </message>
    <message>
        <source>&amp;Frames of a clip</source>
        <translation>每片段帧数(&amp;F)</translation>
    </message>
    <message>
        <source>Frame si&amp;ze</source>
        <translation>帧大小(&amp;Z)</translation>
    </message>
    <message>
        <source>%1 values a frame</source>
        <translation>每帧 %1 个值</translation>
    </message>
    <message>
        <source>⚠ %1; the input modes %2 make %3. Choose modes that fit under Design.</source>
        <translation>⚠ %1；输入模 %2 的乘积为 %3。请在“设计”中选择合适的模。</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
</context>
<context>
    <name>rankscope::FrameStrip</name>
    <message>
        <source>Frames shown to the network</source>
        <translation>展示给网络的帧</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 帧</translation>
    </message>
</context>
<context>
    <name>rankscope::GaugeStrip</name>
    <message>
        <source>Spend %1 parameters</source>
        <translation>花费 %1 个参数</translation>
    </message>
    <message>
        <source>Save %1 parameters</source>
        <translation>节省 %1 个参数</translation>
    </message>
    <message>
        <source>Bonds of the run</source>
        <translation>运行的键</translation>
    </message>
    <message>
        <source>Parameters to spend or save</source>
        <translation>要花费或节省的参数</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>%1: ranks</source>
        <translation>%1：秩</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>Measuring the bonds…</source>
        <translation>正在测量各键…</translation>
    </message>
    <message>
        <source>Measuring the bonds: %1</source>
        <translation>正在测量各键：%1</translation>
    </message>
    <message>
        <source>Train this model, or open a run of it, to see which bond to change.</source>
        <translation>训练此模型或打开它的一个运行，看该改哪条键。</translation>
    </message>
    <message>
        <source>%1 is a run of another model: its bonds say nothing about this one.</source>
        <translation>%1 是另一个模型的运行：它的键说明不了这一个。</translation>
    </message>
    <message>
        <source>Which bond to change? Measure those of %1.</source>
        <translation>改哪条键？测量 %1 的键。</translation>
    </message>
    <message>
        <source>Bonds of %1, epoch %2</source>
        <translation>%1 的键，第 %2 轮</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measure bonds</source>
        <translation>测量各键</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>too few for any</source>
        <translation>太少，一步也不够</translation>
    </message>
    <message>
        <source>nothing can shrink</source>
        <translation>没有可缩小的</translation>
    </message>
    <message>
        <source>%1; now of epoch %2</source>
        <translation>%1；现在是第 %2 轮的</translation>
    </message>
</context>
<context>
    <name>rankscope::HelpWindow</name>
    <message>
        <source>Rankscope help</source>
        <translation>Rankscope 帮助</translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <translation>在所有页中查找</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>页面正文</translation>
    </message>
</context>
<context>
    <name>rankscope::InspectPane</name>
    <message>
        <source>What to look at</source>
        <translation>查看什么</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核</translation>
    </message>
    <message>
        <source>Spectra</source>
        <translation>谱</translation>
    </message>
    <message>
        <source>Gates over time</source>
        <translation>随时间变化的门</translation>
    </message>
    <message>
        <source>Input patterns</source>
        <translation>输入图案</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <source>Last epoch</source>
        <translation>最后一轮</translation>
    </message>
    <message>
        <source>Show newer weights</source>
        <translation>显示更新的权重</translation>
    </message>
    <message>
        <source>The run has trained on since it was read</source>
        <translation>读取之后运行又继续训练了</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>运行(&amp;U)</translation>
    </message>
    <message>
        <source>Current run: none</source>
        <translation>当前运行：无</translation>
    </message>
    <message>
        <source>Current run: %1</source>
        <translation>当前运行：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
</context>
<context>
    <name>rankscope::InspectView</name>
    <message>
        <source>Train a model or open a run first.</source>
        <translation>请先训练模型或打开一个运行。</translation>
    </message>
    <message>
        <source>Reading the run…</source>
        <translation>正在读取运行…</translation>
    </message>
    <message>
        <source>The clips are not open. Choose a set of clips to open them.</source>
        <translation>片段没有打开。请选择一组片段来打开。</translation>
    </message>
</context>
<context>
    <name>rankscope::Language</name>
    <message>
        <source>en</source>
        <extracomment>The code of the language of these texts: &quot;zh_CN&quot; in the Chinese translation.</extracomment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>rankscope::LatencyProbe</name>
    <message>
        <source>The training ended before it was measured.</source>
        <translation>训练在测量之前就结束了。</translation>
    </message>
</context>
<context>
    <name>rankscope::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>What happens is written here: skipped files, warnings, the end of a run.</source>
        <translation>发生的事写在这里：跳过的文件、警告、运行的结束。</translation>
    </message>
</context>
<context>
    <name>rankscope::MainWindow</name>
    <message>
        <source>Rankscope</source>
        <translation>Rankscope</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>What the engine is doing</source>
        <translation>引擎正在做什么</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>窗口的颜色</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>%1 – Rankscope</source>
        <translation>%1 – Rankscope</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>The data folder of the last session is not there: %1</source>
        <translation>上次会话的数据文件夹不在了：%1</translation>
    </message>
    <message>
        <source>Open the built-in set</source>
        <translation>打开内置数据集</translation>
    </message>
    <message>
        <source>There is no such file or folder: %1</source>
        <translation>没有这样的文件或文件夹：%1</translation>
    </message>
    <message>
        <source>Check the name and whether the disk is there.</source>
        <translation>请检查名称以及磁盘是否已连接。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open built-in set</source>
        <translation>打开内置数据集</translation>
    </message>
    <message>
        <source>No list</source>
        <translation>不用列表</translation>
    </message>
    <message>
        <source>Use list</source>
        <translation>使用列表</translation>
    </message>
    <message>
        <source>Open a folder of videos</source>
        <translation>打开视频文件夹</translation>
    </message>
    <message>
        <source>Use a list</source>
        <translation>使用列表</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>打开运行文件夹</translation>
    </message>
    <message>
        <source>Classify videos</source>
        <translation>分类视频</translation>
    </message>
    <message>
        <source>Videos (*.avi *.mp4 *.mov *.mkv *.webm *.mpg *.mpeg *.m4v *.wmv *.flv *.ogv *.3gp *.gif);;All files (*)</source>
        <translation>视频 (*.avi *.mp4 *.mov *.mkv *.webm *.mpg *.mpeg *.m4v *.wmv *.flv *.ogv *.3gp *.gif);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Drop to open the run</source>
        <translation>松开以打开运行</translation>
    </message>
    <message>
        <source>Drop to open the folder as data</source>
        <translation>松开以打开文件夹作为数据</translation>
    </message>
    <message>
        <source>Drop to use the list</source>
        <translation>松开以使用列表</translation>
    </message>
    <message>
        <source>Drop to classify the video</source>
        <translation>松开以分类视频</translation>
    </message>
    <message>
        <source>The window closes when the run is done.</source>
        <translation>运行完成后窗口关闭。</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>保持打开</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt);;All files (*)</source>
        <translation>列表 (*.csv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading the data</source>
        <translation>停止读取数据</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检视</translation>
    </message>
    <message>
        <source>Drop to classify %1 videos</source>
        <translation>放下即可对 %1 个视频分类</translation>
    </message>
</context>
<context>
    <name>rankscope::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>rankscope::ModelPanel</name>
    <message>
        <source>Cell</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>The recurrent cell, or the mean over time as a baseline without recurrence</source>
        <translation>循环单元，或作为无循环基线的时间平均</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>How the input-to-hidden map is stored</source>
        <translation>输入到隐藏的映射如何存储</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门</translation>
    </message>
    <message>
        <source>One map for all gates (they share all cores but the first), or one map per gate</source>
        <translation>所有门一个映射（除第一个外共享所有核），或每个门一个映射</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Logistic, or hard as in the papers&apos; code: clip(0.2 x + 0.5, 0, 1)</source>
        <translation>逻辑函数，或如论文代码的硬 sigmoid：clip(0.2 x + 0.5, 0, 1)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Starting values: of matched variance, or as the papers&apos; code draws them</source>
        <translation>初始值：匹配方差，或按论文代码抽取</translation>
    </message>
    <message>
        <source>Input modes</source>
        <translation>输入模</translation>
    </message>
    <message>
        <source>Output modes</source>
        <translation>输出模</translation>
    </message>
    <message>
        <source>More formats</source>
        <translation>更多格式</translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation>遗忘偏置</translation>
    </message>
    <message>
        <source>Starting value of the bias of the LSTM&apos;s forget gate</source>
        <translation>LSTM 遗忘门偏置的初始值</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Cell</source>
        <translation>单元(&amp;C)</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>格式(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Input modes</source>
        <translation>输入模(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Output modes</source>
        <translation>输出模(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Gates</source>
        <translation>门(&amp;G)</translation>
    </message>
    <message>
        <source>Sig&amp;moid</source>
        <translation>Sigmoid(&amp;M)</translation>
    </message>
    <message>
        <source>Star&amp;t</source>
        <translation>起点(&amp;T)</translation>
    </message>
    <message>
        <source>For&amp;get bias</source>
        <translation>遗忘偏置(&amp;G)</translation>
    </message>
    <message>
        <source>Mode sizes</source>
        <translation>模大小</translation>
    </message>
    <message>
        <source>output modes</source>
        <translation>输出模</translation>
    </message>
    <message>
        <source>input modes</source>
        <translation>输入模</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 = %4 values a frame</source>
        <translation>%1 × %2 × %3 = 每帧 %4 个值</translation>
    </message>
    <message>
        <source>%1 hidden units</source>
        <translation>%1 个隐藏单元</translation>
    </message>
    <message>
        <source>Hidden to hidden</source>
        <translation>隐藏到隐藏</translation>
    </message>
    <message>
        <source>How the hidden-to-hidden map U is stored</source>
        <translation>隐藏到隐藏的映射 U 如何存储</translation>
    </message>
    <message>
        <source>Hidden-to-hidden format</source>
        <translation>隐藏到隐藏的格式</translation>
    </message>
    <message>
        <source>&amp;Hidden to hidden</source>
        <translation>隐藏到隐藏(&amp;H)</translation>
    </message>
</context>
<context>
    <name>rankscope::ModesCheckText</name>
    <message>
        <source>At most %1 modes can be used; here are %2.</source>
        <translation>最多可用 %1 个模；这里有 %2 个。</translation>
    </message>
    <message>
        <source>Input modes</source>
        <translation>输入模</translation>
    </message>
    <message>
        <source>The input modes make %1, but a frame has %2 × %3 × %4 = %5 values.</source>
        <translation>输入模的乘积为 %1，但一帧有 %2 × %3 × %4 = %5 个值。</translation>
    </message>
    <message>
        <source>%1 and %2 must be equal in number; here are %3, there %4.</source>
        <translation>%1与%2的个数必须相等；这里 %3 个，那里 %4 个。</translation>
    </message>
</context>
<context>
    <name>rankscope::ModesEditor</name>
    <message>
        <source>Suggest</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Suggestions: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>Factorisations, balanced ones first</source>
        <translation>因子分解，均衡的在前</translation>
    </message>
</context>
<context>
    <name>rankscope::ModesPicture</name>
    <message>
        <source>Pixels that one index covers</source>
        <translation>一个索引覆盖的像素</translation>
    </message>
</context>
<context>
    <name>rankscope::ModesSuggestions</name>
    <message>
        <source>%1 modes</source>
        <translation>%1 个模</translation>
    </message>
    <message>
        <source>%1 hidden units</source>
        <translation>%1 个隐藏单元</translation>
    </message>
</context>
<context>
    <name>rankscope::NetworkDiagram</name>
    <message>
        <source>Network diagram</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>A dense map has one core and no rank. Point at it for its shape.</source>
        <translation>稠密映射只有一个核，没有秩。指向它可看到形状。</translation>
    </message>
    <message>
        <source>Point at a rank and turn the wheel, or choose one with the arrow keys and press +, − or type.</source>
        <translation>指向一个秩并转动滚轮，或用方向键选择后按 +、− 或输入数字。</translation>
    </message>
    <message>
        <source>%1 is at least 1.</source>
        <translation>%1 至少为 1。</translation>
    </message>
    <message>
        <source>one such map per gate: × %1</source>
        <translation>每个门一个这样的映射：× %1</translation>
    </message>
    <message>
        <source>%1 = %2, at most %3.</source>
        <translation>%1 = %2，至多 %3。</translation>
    </message>
    <message>
        <source>Wheel, drag, +, − or digits change it.</source>
        <translation>滚轮、拖动、+、− 或数字可改变它。</translation>
    </message>
</context>
<context>
    <name>rankscope::NetworkText</name>
    <message>
        <source>%1 has the shape %2: %3 = %4 = %5 parameters</source>
        <translation>%1 的形状为 %2：%3 = %4 = %5 个参数</translation>
    </message>
    <message>
        <source>One less than %1 costs %2 % of the output and saves %3.</source>
        <translation>%1 减一，代价为输出的 %2 %，节省 %3。</translation>
    </message>
    <message>
        <source>It cannot shrink.</source>
        <translation>它不能缩小。</translation>
    </message>
    <message>
        <source>One more promises %1 per parameter and adds %2.</source>
        <translation>加一，每个参数可望得到 %1，增加 %2。</translation>
    </message>
    <message>
        <source>What one more promises is not known.</source>
        <translation>加一的前景未知。</translation>
    </message>
</context>
<context>
    <name>rankscope::NoiseView</name>
    <message>
        <source>&amp;Measure</source>
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>standard deviation of the noise, share of full scale</source>
        <translation>噪声的标准差，占满刻度的比例</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Accuracy against noise</source>
        <translation>准确率与噪声</translation>
    </message>
    <message>
        <source>Measure how the accuracy falls when noise is added to the clips.</source>
        <translation>测量对片段加入噪声时准确率如何下降。</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>The best weights on the test clips, or the validation clips where there are none. Runs compared in Train are measured, too, where they have the same clips.</source>
        <translation>最佳权重在测试片段上的表现，没有时用验证片段。“训练”中一同比较的运行如果有相同的片段也会测量。</translation>
    </message>
    <message>
        <source>The best weights on the test clips.</source>
        <translation>最佳权重在测试片段上的表现。</translation>
    </message>
    <message>
        <source>The best weights on the validation clips.</source>
        <translation>最佳权重在验证片段上的表现。</translation>
    </message>
    <message>
        <source>%1 Left out, with other clips: %2.</source>
        <translation>%1 片段不同而未列入：%2。</translation>
    </message>
</context>
<context>
    <name>rankscope::NumberText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>rankscope::OrderModel</name>
    <message>
        <source>best order</source>
        <translation>最佳顺序</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>稠密</translation>
    </message>
    <message>
        <source>Order of contraction</source>
        <translation>收缩的顺序</translation>
    </message>
    <message>
        <source>MAC a frame</source>
        <translation>每帧 MAC</translation>
    </message>
    <message>
        <source>× best</source>
        <translation>× 最佳</translation>
    </message>
</context>
<context>
    <name>rankscope::OrderPage</name>
    <message>
        <source>Orders of contraction</source>
        <translation>收缩的顺序</translation>
    </message>
    <message>
        <source>Point at an order for its tree</source>
        <translation>指向一种顺序可看到它的树</translation>
    </message>
    <message>
        <source>Steps of the best order</source>
        <translation>最佳顺序的步骤</translation>
    </message>
    <message>
        <source>Hidden to hidden (dense): %1 MAC a frame, training %2.</source>
        <translation>隐藏到隐藏（稠密）：每帧 %1 MAC，训练 %2。</translation>
    </message>
    <message>
        <source>Hidden to hidden %1: %2 MAC a frame, training %3; dense %4.</source>
        <translation>隐藏到隐藏 %1：每帧 %2 MAC，训练 %3；稠密 %4。</translation>
    </message>
</context>
<context>
    <name>rankscope::ParetoPanel</name>
    <message>
        <source>&amp;Means over seeds, each at its best learning rate</source>
        <translation>对种子取平均，各用最佳学习率(&amp;M)</translation>
    </message>
    <message>
        <source>Accuracy against parameters</source>
        <translation>准确率与参数量</translation>
    </message>
    <message>
        <source>Parameters of the model</source>
        <translation>模型的参数</translation>
    </message>
    <message>
        <source>Best validation accuracy</source>
        <translation>最佳验证准确率</translation>
    </message>
    <message>
        <source>Runs with validation clips appear here.</source>
        <translation>有验证片段的运行显示在这里。</translation>
    </message>
    <message>
        <source>Click a point to select its run.</source>
        <translation>点击一个点以选择它的运行。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the plot as SVG, PDF or PNG</source>
        <translation>把图写成 SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 over %4 runs at rate %5</source>
        <translation>%1：%2 ± %3，%4 个运行，学习率 %5</translation>
    </message>
    <message>
        <source>%1: %2 with %3 parameters</source>
        <translation>%1：%2，%3 个参数</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>帕累托前沿</translation>
    </message>
    <message>
        <source>Best validation accuracy or mean av. precision</source>
        <translation>最佳验证准确率或平均精度均值</translation>
    </message>
</context>
<context>
    <name>rankscope::PatternModel</name>
    <message>
        <source>Unit %1: norm %2</source>
        <translation>单元 %1：范数 %2</translation>
    </message>
</context>
<context>
    <name>rankscope::PatternsView</name>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>Pattern of the chosen unit</source>
        <translation>所选单元的图案</translation>
    </message>
    <message>
        <source>&amp;Gate</source>
        <translation>门(&amp;G)</translation>
    </message>
    <message>
        <source>What a unit looks for: its row of W as a picture. Grey: no weight; brighter: more than the mean drives the gate up; darker: down.</source>
        <translation>一个单元寻找什么：它在 W 中的行画成图。灰色：没有权重；比平均更亮使门上升；更暗使门下降。</translation>
    </message>
    <message>
        <source>Unit %1 of gate %2: norm %3, largest weight %4</source>
        <translation>门 %2 的单元 %1：范数 %3，最大权重 %4</translation>
    </message>
</context>
<context>
    <name>rankscope::PicturePage</name>
    <message>
        <source>Input mode</source>
        <translation>输入模</translation>
    </message>
    <message>
        <source>The mode whose indices are painted</source>
        <translation>涂出哪个模的索引</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>The order in which the modes read the frame; it costs no parameter</source>
        <translation>各模读取帧的顺序；不增加参数</translation>
    </message>
    <message>
        <source>Patch width</source>
        <translation>块宽</translation>
    </message>
    <message>
        <source>Columns of a patch</source>
        <translation>块的列数</translation>
    </message>
    <message>
        <source>Patch height</source>
        <translation>块高</translation>
    </message>
    <message>
        <source>Rows of a patch</source>
        <translation>块的行数</translation>
    </message>
    <message>
        <source>Inde&amp;x of</source>
        <translation>索引(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>排列(&amp;L)</translation>
    </message>
    <message>
        <source>Patches must divide the frame: choose another size.</source>
        <translation>块必须整除帧：请选择另一个大小。</translation>
    </message>
    <message>
        <source>One index of I%1 covers %2.</source>
        <translation>I%1 的一个索引覆盖 %2。</translation>
    </message>
    <message>
        <source>⚠ %1 cut across rows or patches.</source>
        <translation>⚠ %1 切断了行或块。</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>这里：%1</translation>
    </message>
    <message>
        <source>Layout of the frame</source>
        <translation>帧的排列</translation>
    </message>
    <message>
        <source>Size of the patches</source>
        <translation>块的大小</translation>
    </message>
</context>
<context>
    <name>rankscope::PixelCover</name>
    <message>
        <source>1 value: one channel of one pixel</source>
        <translation>1 个值：一个像素的一个通道</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 values: %2 pixels</source>
        <translation>%1 个值：%2 个像素</translation>
    </message>
    <message>
        <source>1 pixel</source>
        <translation>1 个像素</translation>
    </message>
    <message>
        <source>%1 pixels, %2 of a row</source>
        <translation>%1 个像素，%2 行</translation>
    </message>
    <message>
        <source>1 channel</source>
        <translation>1 个通道</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 个通道</translation>
    </message>
    <message>
        <source>1 row of one channel</source>
        <translation>一个通道的 1 行</translation>
    </message>
    <message>
        <source>%1 rows of one channel</source>
        <translation>一个通道的 %1 行</translation>
    </message>
    <message>
        <source>%1 pixels of one channel, %2 of a row</source>
        <translation>一个通道的 %1 个像素，%2 行</translation>
    </message>
    <message>
        <source>1 patch</source>
        <translation>1 块</translation>
    </message>
    <message>
        <source>%1 patches</source>
        <translation>%1 块</translation>
    </message>
    <message>
        <source>%1 pixels, %2 of a patch</source>
        <translation>%1 个像素，%2 块</translation>
    </message>
</context>
<context>
    <name>rankscope::PlotExport</name>
    <message>
        <source>A picture cannot be written as &quot;%1&quot;.</source>
        <translation>图不能写成“%1”。</translation>
    </message>
    <message>
        <source>End the name in .png, .svg or .pdf.</source>
        <translation>名称请以 .png、.svg 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>Cannot write &quot;%1&quot;: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>请选择另一个文件夹，或在磁盘上腾出空间。</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Vector graphics (*.svg);;Document (*.pdf);;Picture (*.png)</source>
        <translation>矢量图 (*.svg);;文档 (*.pdf);;图片 (*.png)</translation>
    </message>
    <message>
        <source>Export the picture…</source>
        <translation>导出图…</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>rankscope::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Texts and numbers, from the next start of Rankscope on.</source>
        <translation>文字和数字，从 Rankscope 下次启动起生效。</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Colours of the window and its plots.</source>
        <translation>窗口及其图的颜色。</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>每核一个 (%1)</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>线程(&amp;H)</translation>
    </message>
    <message>
        <source>For training and for reading videos, from the next run on. They never change a result.</source>
        <translation>用于训练和读取视频，从下一个运行起生效。绝不改变结果。</translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation>运行文件夹</translation>
    </message>
    <message>
        <source>New runs are made here; the Runs pane shows it.</source>
        <translation>新的运行建在这里；“运行”面板显示它。</translation>
    </message>
    <message>
        <source>&amp;Run folder</source>
        <translation>运行文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>Frame cache</source>
        <translation>帧缓存</translation>
    </message>
    <message>
        <source>Decoded frames, so that the next run need not read the videos again.</source>
        <translation>解码后的帧，下一次运行不必重新读取视频。</translation>
    </message>
    <message>
        <source>&amp;Frame cache</source>
        <translation>帧缓存(&amp;F)</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Largest size of the frame cache</source>
        <translation>帧缓存的最大大小</translation>
    </message>
    <message>
        <source>Ca&amp;che size</source>
        <translation>缓存大小(&amp;C)</translation>
    </message>
    <message>
        <source>At most; what was not used for longest goes first.</source>
        <translation>上限；最久未用的最先清除。</translation>
    </message>
    <message>
        <source>Cl&amp;ear cache</source>
        <translation>清空缓存(&amp;E)</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>rankscope::PresetChooser</name>
    <message>
        <source>Built-in set</source>
        <translation>内置数据集</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>input modes</source>
        <translation>输入模</translation>
    </message>
    <message>
        <source>output modes</source>
        <translation>输出模</translation>
    </message>
    <message>
        <source>ranks</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>gates</source>
        <translation>门</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>forget bias</source>
        <translation>遗忘偏置</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>选择预设</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>恢复预设</translation>
    </message>
    <message>
        <source>Set everything as the preset has it</source>
        <translation>全部设为预设的值</translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation>恢复预设</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>预设 %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>已改变：%1</translation>
    </message>
    <message>
        <source>My presets</source>
        <translation>我的预设</translation>
    </message>
    <message>
        <source>hidden to hidden</source>
        <translation>隐藏到隐藏</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设的名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Save as my preset…</source>
        <translation>存为我的预设(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Delete my preset</source>
        <translation>删除我的预设(&amp;D)</translation>
    </message>
    <message>
        <source>Save, import, export and delete presets</source>
        <translation>保存、导入、导出和删除预设</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>导入预设</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>预设 (*.json)</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>已导入。</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <translation>导出预设</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Real videos</source>
        <translation>真实视频</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 已删除。</translation>
    </message>
</context>
<context>
    <name>rankscope::PresetLibrary</name>
    <message>
        <source>There is a preset of this name already.</source>
        <translation>已有同名的预设。</translation>
    </message>
    <message>
        <source>Choose another name, or delete that one first.</source>
        <translation>请选择另一个名称，或先删除那一个。</translation>
    </message>
</context>
<context>
    <name>rankscope::ProbabilityBars</name>
    <message>
        <source>Most probable classes</source>
        <translation>最可能的类别</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>rankscope::ProbabilityTimeline</name>
    <message>
        <source>Probabilities over time</source>
        <translation>随时间变化的概率</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>, %1 s</source>
        <translation>，%1 秒</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结尾</translation>
    </message>
</context>
<context>
    <name>rankscope::Problem</name>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不够。</translation>
    </message>
    <message>
        <source>Close other programs, or use a smaller model, batch, frame size or number of frames.</source>
        <translation>请关闭其他程序，或使用更小的模型、批次、帧大小或帧数。</translation>
    </message>
</context>
<context>
    <name>rankscope::ProgressPanel</name>
    <message>
        <source>A number above 0 and at most 10, such as 3e-3.</source>
        <translation>大于 0 且不超过 10 的数，例如 3e-3。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Train a new run with these settings</source>
        <translation>用这些设置训练一个新的运行</translation>
    </message>
    <message>
        <source>Wait between two batches</source>
        <translation>在两个批次之间等待</translation>
    </message>
    <message>
        <source>End after this batch; the run stays usable and can be continued</source>
        <translation>在这个批次之后结束；运行仍可使用，也可以继续</translation>
    </message>
    <message>
        <source>Learning &amp;rate now</source>
        <translation>当前学习率(&amp;R)</translation>
    </message>
    <message>
        <source>Learning rate of the running training</source>
        <translation>正在进行的训练的学习率</translation>
    </message>
    <message>
        <source>Holds from the next batch on; the run remembers it</source>
        <translation>从下一个批次起生效；运行会记住它</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>elapsed %1</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>准确率 %1</translation>
    </message>
</context>
<context>
    <name>rankscope::ProgressText</name>
    <message>
        <source>Scanning</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>验证中</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>Not training</source>
        <translation>未在训练</translation>
    </message>
    <message>
        <source>Waiting for the frames</source>
        <translation>等待帧</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping after this batch</source>
        <translation>在这个批次之后停止</translation>
    </message>
    <message>
        <source>%1 of %2 epochs</source>
        <translation>%1 / %2 轮</translation>
    </message>
    <message>
        <source>best validation accuracy %1 in epoch %2</source>
        <translation>最佳验证准确率 %1，第 %2 轮</translation>
    </message>
    <message>
        <source>test accuracy %1</source>
        <translation>测试准确率 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>， </translation>
    </message>
    <message>
        <source>epoch %1/%2</source>
        <translation>第 %1/%2 轮</translation>
    </message>
    <message>
        <source>batch %1/%2</source>
        <translation>批次 %1/%2</translation>
    </message>
    <message>
        <source>%1 of %2 clips</source>
        <translation>%1 / %2 个片段</translation>
    </message>
    <message>
        <source>%1 clips/s</source>
        <translation>%1 片段/秒</translation>
    </message>
    <message>
        <source>ETA %1</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>val %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>: </source>
        <translation>： </translation>
    </message>
    <message>
        <source>Writing the built-in set</source>
        <translation>正在写内置数据集</translation>
    </message>
    <message>
        <source>Looking through %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>Reading frames of %1</source>
        <translation>正在读取 %1 的帧</translation>
    </message>
    <message>
        <source>finished early (no improvement for %1 epochs)</source>
        <translation>提前结束（%1 轮没有改进）</translation>
    </message>
    <message>
        <source>best mean average precision %1 in epoch %2</source>
        <translation>最佳平均精度均值 %1（第 %2 轮）</translation>
    </message>
    <message>
        <source>test mean average precision %1</source>
        <translation>测试平均精度均值 %1</translation>
    </message>
</context>
<context>
    <name>rankscope::QualityCurves</name>
    <message>
        <source>Accuracy against parameters</source>
        <translation>准确率与参数量</translation>
    </message>
    <message>
        <source>Error against parameters</source>
        <translation>误差与参数量</translation>
    </message>
    <message>
        <source>parameters of the map</source>
        <translation>映射的参数</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>error (%)</source>
        <translation>误差 (%)</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>Ranks %1: %2 parameters, map error %3 %</source>
        <translation>秩 %1：%2 个参数，映射误差 %3 %</translation>
    </message>
    <message>
        <source>, output error %1 %</source>
        <translation>，输出误差 %1 %</translation>
    </message>
    <message>
        <source>, accuracy %1 (run %2)</source>
        <translation>，准确率 %1（运行 %2）</translation>
    </message>
</context>
<context>
    <name>rankscope::QueueModel</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting, begun</source>
        <translation>等待中，已开始</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Run to train</source>
        <translation>要训练的运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>rankscope::RankEdit</name>
    <message>
        <source>%1 = %2 is not between 1 and %3, the most blocks that can be used.</source>
        <translation>%1 = %2 不在 1 到 %3（可用的最多块数）之间。</translation>
    </message>
    <message>
        <source>%1 = %2 is not between 1 and %3, the most its unfolding allows.</source>
        <translation>%1 = %2 不在 1 到 %3（展开允许的最大值）之间。</translation>
    </message>
</context>
<context>
    <name>rankscope::RankEditor</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1: all together</source>
        <translation>%1：全部一起</translation>
    </message>
    <message>
        <source>Sets all of them</source>
        <translation>设置全部</translation>
    </message>
    <message>
        <source>%1 = %2; arrow keys, wheel or digits change it</source>
        <translation>%1 = %2；用方向键、滚轮或数字改变</translation>
    </message>
</context>
<context>
    <name>rankscope::RankRows</name>
    <message>
        <source>Ran&amp;ks</source>
        <translation>秩(&amp;K)</translation>
    </message>
    <message>
        <source>U ranks</source>
        <translation>U 的秩</translation>
    </message>
    <message>
        <source>CP ran&amp;k</source>
        <translation>CP 秩(&amp;K)</translation>
    </message>
    <message>
        <source>U CP rank</source>
        <translation>U 的 CP 秩</translation>
    </message>
    <message>
        <source>Tuc&amp;ker ranks</source>
        <translation>Tucker 秩(&amp;K)</translation>
    </message>
    <message>
        <source>U Tucker</source>
        <translation>U 的 Tucker</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>秩 %1</translation>
    </message>
</context>
<context>
    <name>rankscope::RateTestPanel</name>
    <message>
        <source>A number above 0 and at most 100, such as 1e-6.</source>
        <translation>大于 0 且不超过 100 的数，例如 1e-6。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Loss of a batch</source>
        <translation>一个批次的损失</translation>
    </message>
    <message>
        <source>Loss against the learning rate</source>
        <translation>损失与学习率</translation>
    </message>
    <message>
        <source>The test trains a copy of the model for some batches,
each with a larger rate. Learning begins where
the loss falls and ends where it rises.</source>
        <translation>测试用若干批次训练模型的副本，
学习率逐批增大。损失下降处开始学习，
损失上升处学习终止。</translation>
    </message>
    <message>
        <source>&amp;Use this rate</source>
        <translation>使用此学习率(&amp;U)</translation>
    </message>
    <message>
        <source>A number above 0, such as 1e-6</source>
        <translation>大于 0 的数，例如 1e-6</translation>
    </message>
    <message>
        <source>%1 of the test</source>
        <translation>测试的%1</translation>
    </message>
    <message>
        <source>&amp;Lowest rate</source>
        <translation>最低学习率(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Highest rate</source>
        <translation>最高学习率(&amp;H)</translation>
    </message>
    <message>
        <source>Batches of the test</source>
        <translation>测试的批次数</translation>
    </message>
    <message>
        <source>Rates that are tried between them</source>
        <translation>在两者之间尝试的学习率数目</translation>
    </message>
    <message>
        <source>&amp;Batches</source>
        <translation>批次(&amp;B)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Reading the clips …</source>
        <translation>正在读取片段……</translation>
    </message>
    <message>
        <source>Batch %1 of %2 at rate %3.</source>
        <translation>第 %1 批，共 %2 批，学习率 %3。</translation>
    </message>
    <message>
        <source>The loss rose: ended early.</source>
        <translation>损失上升：提前结束。</translation>
    </message>
    <message>
        <source>Suggested: %1, a tenth of the rate with the lowest loss. %2</source>
        <translation>建议：%1，即损失最低处学习率的十分之一。%2</translation>
    </message>
    <message>
        <source>The loss never fell: try another range. %1</source>
        <translation>损失从未下降：请换一个范围。%1</translation>
    </message>
    <message>
        <source>suggested %1</source>
        <translation>建议 %1</translation>
    </message>
    <message>
        <source>smoothed loss</source>
        <translation>平滑损失</translation>
    </message>
    <message>
        <source>S&amp;top the test</source>
        <translation>停止测试(&amp;T)</translation>
    </message>
    <message>
        <source>Start the t&amp;est</source>
        <translation>开始测试(&amp;E)</translation>
    </message>
    <message>
        <source>Not while a run trains</source>
        <translation>有运行在训练时不可用</translation>
    </message>
    <message>
        <source>Leaves the model and all runs as they are</source>
        <translation>不改动模型和任何运行</translation>
    </message>
</context>
<context>
    <name>rankscope::Readout</name>
    <message>
        <source>Values of the curves at the cross-hair</source>
        <translation>十字线处的曲线值</translation>
    </message>
    <message>
        <source>Place of the cross-hair</source>
        <translation>十字线的位置</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Copy this table for a spreadsheet</source>
        <translation>复制此表到电子表格</translation>
    </message>
    <message>
        <source>Values at epoch %1</source>
        <translation>第 %1 轮的值</translation>
    </message>
    <message>
        <source>Values at step %1</source>
        <translation>第 %1 步的值</translation>
    </message>
    <message>
        <source>Values at %1 s</source>
        <translation>%1 秒处的值</translation>
    </message>
    <message>
        <source>Values of the last epoch</source>
        <translation>最后一轮的值</translation>
    </message>
    <message>
        <source>%1, held: click to let go</source>
        <translation>%1，已固定：点击放开</translation>
    </message>
    <message>
        <source>%1: click to hold</source>
        <translation>%1：点击固定</translation>
    </message>
</context>
<context>
    <name>rankscope::ReadoutModel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Val. loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Val. acc.</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Validation accuracy; of clips with several labels the mean average precision</source>
        <translation>验证准确率；片段有多个标签时为平均精度均值</translation>
    </message>
</context>
<context>
    <name>rankscope::RecentMenu</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>还没有打开过任何内容</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>忘记这些(&amp;F)</translation>
    </message>
    <message>
        <source>Open recen&amp;t</source>
        <translation>最近打开(&amp;T)</translation>
    </message>
</context>
<context>
    <name>rankscope::RunCurves</name>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>%1 over the training</source>
        <translation>训练过程中的%1</translation>
    </message>
    <message>
        <source>The steps of this run are not known.
Choose epoch or time.</source>
        <translation>此运行的步数未知。
请选择轮次或时间。</translation>
    </message>
    <message>
        <source>No run yet.
Start trains the model of the
Design tab on the data at the left.</source>
        <translation>还没有运行。
“开始”用左侧的数据训练
“设计”标签页的模型。</translation>
    </message>
    <message>
        <source>The first values come
with the end of the first epoch.</source>
        <translation>第一轮结束时
出现最初的值。</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>最佳 %1</translation>
    </message>
    <message>
        <source>ranks %1</source>
        <translation>秩 %1</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Gate saturation</source>
        <translation>门的饱和</translation>
    </message>
    <message>
        <source>Accuracy; validation: mean av. precision</source>
        <translation>准确率；验证：平均精度均值</translation>
    </message>
</context>
<context>
    <name>rankscope::RunList</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Filter: name, state, format, note …</source>
        <translation>过滤：名称、状态、格式、备注…</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>过滤运行</translation>
    </message>
    <message>
        <source>Epoch at which runs are compared</source>
        <translation>比较运行的轮次</translation>
    </message>
    <message>
        <source>The column &quot;At …&quot; tells the validation accuracy after this epoch</source>
        <translation>“在第…轮”列给出这一轮之后的验证准确率</translation>
    </message>
    <message>
        <source>At &amp;epoch</source>
        <translation>比较轮次(&amp;E)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns that are shown</source>
        <translation>显示哪些列</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>朱红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>天蓝</translation>
    </message>
    <message>
        <source>Ink or yellow</source>
        <translation>墨色或黄</translation>
    </message>
    <message>
        <source>By its name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Edit the &amp;note</source>
        <translation>编辑备注(&amp;N)</translation>
    </message>
    <message>
        <source>Move to the &amp;trash</source>
        <translation>移到回收站(&amp;T)</translation>
    </message>
</context>
<context>
    <name>rankscope::RunStudy</name>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2，共 %3</translation>
    </message>
</context>
<context>
    <name>rankscope::RunTableModel</name>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1
data: %2
modes %3 → %4, made by version %5</source>
        <translation>%1
数据：%2
模 %3 → %4，由版本 %5 产生</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unfinished: killed or still training in another program</source>
        <translation>未完成：被终止，或仍在另一个程序中训练</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Recurrent cell</source>
        <translation>循环单元</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Format of the input-to-hidden map</source>
        <translation>输入到隐藏映射的格式</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>TT ranks; for BT Tucker ranks R and CP rank N</source>
        <translation>TT 秩；对 BT 为 Tucker 秩 R 和 CP 秩 N</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Of the whole model</source>
        <translation>整个模型的</translation>
    </message>
    <message>
        <source>Map ratio</source>
        <translation>映射压缩比</translation>
    </message>
    <message>
        <source>Dense map over this map</source>
        <translation>稠密映射与此映射之比</translation>
    </message>
    <message>
        <source>Model ratio</source>
        <translation>模型压缩比</translation>
    </message>
    <message>
        <source>Dense model over this model</source>
        <translation>稠密模型与此模型之比</translation>
    </message>
    <message>
        <source>Best val.</source>
        <translation>最佳验证</translation>
    </message>
    <message>
        <source>Validation accuracy of the best epoch</source>
        <translation>最佳轮次的验证准确率</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Complete epochs of those asked for</source>
        <translation>已完成的轮次与要求的轮次</translation>
    </message>
    <message>
        <source>Name of the run&apos;s folder, in the colour of its curves</source>
        <translation>运行文件夹的名称，颜色与其曲线相同</translation>
    </message>
    <message>
        <source>Last val.</source>
        <translation>最后验证</translation>
    </message>
    <message>
        <source>Validation accuracy of the last epoch</source>
        <translation>最后一轮的验证准确率</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Validation accuracy after %1 epochs</source>
        <translation>%1 轮之后的验证准确率</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test accuracy of the best weights, where there are test clips</source>
        <translation>有测试片段时，最佳权重的测试准确率</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Spent on training and validation</source>
        <translation>用于训练和验证的时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Your own words: F2 edits</source>
        <translation>您自己的话：按 F2 编辑</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate of the first epoch</source>
        <translation>第一轮的学习率</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Of all random draws</source>
        <translation>所有随机抽取的</translation>
    </message>
    <message>
        <source>Finished early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>clips have several labels: accuracies are mean average precisions</source>
        <translation>片段有多个标签：此处的准确率是平均精度均值</translation>
    </message>
    <message>
        <source>Clips with several labels: mean average precision</source>
        <translation>片段有多个标签时：平均精度均值</translation>
    </message>
</context>
<context>
    <name>rankscope::RunsPane</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show its curves, classify with it, and make its settings the current ones</source>
        <translation>显示它的曲线，用它分类，并把它的设置作为当前设置</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Train on where it ended</source>
        <translation>从结束处接着训练</translation>
    </message>
    <message>
        <source>Lay the curves of the selected runs over each other</source>
        <translation>把所选运行的曲线叠在一起</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open the run&apos;s folder in the file manager</source>
        <translation>在文件管理器中打开运行的文件夹</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>All %1 epochs are done. Train on until epoch:</source>
        <translation>全部 %1 轮已完成。继续训练到第几轮：</translation>
    </message>
    <message>
        <source>Comparison of runs</source>
        <translation>运行的比较</translation>
    </message>
    <message>
        <source>Accuracy against parameters</source>
        <translation>准确率与参数量</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Mean and spread over seeds, each at its best learning rate</source>
        <translation>对种子的平均值和离散程度，各用最佳学习率</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>取回(&amp;B)</translation>
    </message>
    <message>
        <source>Compare curves</source>
        <translation>比较曲线</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move the selected runs to the trash; they can be brought back</source>
        <translation>把所选运行移到回收站；可以取回</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The table as CSV, LaTeX or Markdown; curves as one wide CSV</source>
        <translation>表格导出为 CSV、LaTeX 或 Markdown；曲线导出为一个宽 CSV</translation>
    </message>
    <message>
        <source>No runs yet in %1. Start trains one; runs that rankscope-cli writes there appear too.</source>
        <translation>%1 中还没有运行。“开始”会训练一个；rankscope-cli 写在那里的运行也会出现。</translation>
    </message>
    <message>
        <source>This run is training. Stop it first.</source>
        <translation>此运行正在训练。请先停止它。</translation>
    </message>
    <message>
        <source>&amp;Table of the runs…</source>
        <translation>运行的表格(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Curves as one wide CSV…</source>
        <translation>曲线导出为一个宽 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>Select the runs to be exported in the table.</source>
        <translation>请在表中选择要导出的运行。</translation>
    </message>
    <message>
        <source>Export curves</source>
        <translation>导出曲线</translation>
    </message>
    <message>
        <source>Export the table of runs</source>
        <translation>导出运行的表格</translation>
    </message>
    <message>
        <source>Comma separated (*.csv)</source>
        <translation>逗号分隔 (*.csv)</translation>
    </message>
    <message>
        <source>Comma separated (*.csv);;LaTeX table (*.tex);;Markdown table (*.md)</source>
        <translation>逗号分隔 (*.csv);;LaTeX 表格 (*.tex);;Markdown 表格 (*.md)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>The run was moved to the trash.</source>
        <translation>运行已移到回收站。</translation>
    </message>
    <message>
        <source>%1 runs were moved to the trash.</source>
        <translation>%1 个运行已移到回收站。</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Take the runs that were deleted last out of the trash</source>
        <translation>把最后删除的运行从回收站取回</translation>
    </message>
    <message>
        <source>The first %1 of %2 selected runs are laid over each other.</source>
        <translation>选中了 %2 个运行，只叠放前 %1 个。</translation>
    </message>
    <message>
        <source>Two or more selected runs, or all that the filter lets through</source>
        <translation>选中的两个或更多运行，否则为筛选后的全部运行</translation>
    </message>
    <message>
        <source>The selected runs beside each other</source>
        <translation>选中的运行并排列出</translation>
    </message>
</context>
<context>
    <name>rankscope::ScrubberPage</name>
    <message>
        <source>Make this a run</source>
        <translation>使它成为运行</translation>
    </message>
    <message>
        <source>Tolerance: relative error of the map</source>
        <translation>容差：映射的相对误差</translation>
    </message>
    <message>
        <source>The smallest ranks whose relative error of the map stays below this</source>
        <translation>映射的相对误差低于此值的最小的秩</translation>
    </message>
    <message>
        <source>&amp;Tolerance</source>
        <translation>容差(&amp;T)</translation>
    </message>
    <message>
        <source>Measures copies from the run down to all ranks 1</source>
        <translation>测量从运行本身到所有秩为 1 的副本</translation>
    </message>
    <message>
        <source>Writes the rounded copy as a new run, to be trained further or classified with</source>
        <translation>把舍入的副本写成新的运行，可以继续训练或用来分类</translation>
    </message>
    <message>
        <source>%1 = %2: the run has %3, and a rounded copy has no more.</source>
        <translation>%1 = %2：运行的是 %3，舍入的副本不会更大。</translation>
    </message>
    <message>
        <source>A trained run can be rounded to smaller ranks here, without training: train this model, or open a run.</source>
        <translation>训练过的运行可以在这里舍入到更小的秩，无需训练：请训练此模型，或打开一个运行。</translation>
    </message>
    <message>
        <source>%1 is in training; it can be rounded when that has ended.</source>
        <translation>%1 正在训练；训练结束后可以舍入。</translation>
    </message>
    <message>
        <source>Writing the copy…</source>
        <translation>正在写副本…</translation>
    </message>
    <message>
        <source>Written as %1, in the list of runs. %2</source>
        <translation>已写成 %1，在运行列表中。%2</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开它</translation>
    </message>
    <message>
        <source>Opening %1: %2</source>
        <translation>正在打开 %1：%2</translation>
    </message>
    <message>
        <source>Copies of %1, measured on its %2 clips; %3</source>
        <translation>%1 的副本，在它的 %2 个片段上测量；%3</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>drag the tolerance or change a rank.</source>
        <translation>拖动容差或改变一个秩。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Draw the curve</source>
        <translation>画出曲线</translation>
    </message>
    <message>
        <source>Rounded ranks</source>
        <translation>舍入后的秩</translation>
    </message>
</context>
<context>
    <name>rankscope::SeedModel</name>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>± %1</source>
        <translation>± %1</translation>
    </message>
    <message>
        <source>one run</source>
        <translation>一个运行</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Runs that differ by seed and learning rate alone</source>
        <translation>只有种子和学习率不同的运行</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Of the whole model</source>
        <translation>整个模型的</translation>
    </message>
    <message>
        <source>Best rate</source>
        <translation>最佳学习率</translation>
    </message>
    <message>
        <source>Learning rate with the greatest mean validation accuracy</source>
        <translation>平均验证准确率最高的学习率</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Of the best validation accuracies of its runs at this rate</source>
        <translation>在此学习率下各运行最佳验证准确率的平均</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>离散</translation>
    </message>
    <message>
        <source>Standard deviation over the seeds</source>
        <translation>各种子的标准差</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>At this learning rate</source>
        <translation>在此学习率下</translation>
    </message>
    <message>
        <source>Other rates</source>
        <translation>其他学习率</translation>
    </message>
    <message>
        <source>Learning rate: mean (runs)</source>
        <translation>学习率：平均（运行数）</translation>
    </message>
</context>
<context>
    <name>rankscope::SeedPanel</name>
    <message>
        <source>Mean and spread over seeds</source>
        <translation>各种子的平均值和离散程度</translation>
    </message>
</context>
<context>
    <name>rankscope::SettingsForm</name>
    <message>
        <source>A number from %1 to %2, such as 3e-3.</source>
        <translation>从 %1 到 %2 的数，例如 3e-3。</translation>
    </message>
    <message>
        <source>differs from the preset</source>
        <translation>与预设不同</translation>
    </message>
</context>
<context>
    <name>rankscope::SpectraView</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>对数(&amp;L)</translation>
    </message>
    <message>
        <source>Computing the singular values…</source>
        <translation>正在计算奇异值…</translation>
    </message>
    <message>
        <source>A dense map has no ranks. The spectra of a compressed one tell which ranks it needs.</source>
        <translation>稠密映射没有秩。压缩映射的谱说明它需要哪些秩。</translation>
    </message>
    <message>
        <source>Norms of the %1 = %2 blocks</source>
        <translation>%1 = %2 个块的范数</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Singular values at %1</source>
        <translation>%1 处的奇异值</translation>
    </message>
    <message>
        <source>Singular values of W cut at two bonds of the ring. A ring cannot be rounded.</source>
        <translation>在环的两条键处切开的 W 的奇异值。环不能舍入。</translation>
    </message>
    <message>
        <source>Value %1 of %2: %3 of the norm</source>
        <translation>第 %1 个值，共 %2 个：范数的 %3</translation>
    </message>
    <message>
        <source>%1 rounded to %2: relative error of W %3</source>
        <translation>%1 舍入到 %2：W 的相对误差 %3</translation>
    </message>
    <message>
        <source>Click: %1 = %2 in Design</source>
        <translation>点击：“设计”中 %1 = %2</translation>
    </message>
    <message>
        <source>Rank %1 = %2</source>
        <translation>秩 %1 = %2</translation>
    </message>
    <message>
        <source>Singular values at every bond</source>
        <translation>每个键上的奇异值</translation>
    </message>
    <message>
        <source>Singular values at each bond as shares of the norm of W; above each, the relative error of W rounded to that rank. Click a bar to make it the rank of the model in Design.</source>
        <translation>每条键处的奇异值，以占 W 范数的比例表示；其上是把 W 舍入到该秩的相对误差。点击一条柱，使它成为“设计”中模型的秩。</translation>
    </message>
    <message>
        <source>Singular values at each bond as shares of the norm of W; above each, the relative error of W rounded to that rank. The model in Design has another format or other modes: open this run to apply a rank.</source>
        <translation>每条键处的奇异值，以占 W 范数的比例表示；其上是把 W 舍入到该秩的相对误差。“设计”中的模型格式或模不同：要使用某个秩，请打开此运行。</translation>
    </message>
</context>
<context>
    <name>rankscope::StepModel</name>
    <message>
        <source>A product of weights alone: made once a batch, its cost is spread over the frames of the batch</source>
        <translation>只含权重的乘积：每批次做一次，代价分摊到批次的各帧</translation>
    </message>
    <message>
        <source>A product with the frames: made for every frame</source>
        <translation>含帧的乘积：每帧都做</translation>
    </message>
    <message>
        <source>%1 (once a batch)</source>
        <translation>%1（每批次一次）</translation>
    </message>
    <message>
        <source>Step of the best order</source>
        <translation>最佳顺序的步骤</translation>
    </message>
    <message>
        <source>MAC a frame</source>
        <translation>每帧 MAC</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>rankscope::SweepForm</name>
    <message>
        <source>&amp;Add to the queue</source>
        <translation>加入队列(&amp;A)</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>2, 4, 6</source>
        <translation>2, 4, 6</translation>
    </message>
    <message>
        <source>One number for all ranks of a format</source>
        <translation>一个数用于格式的所有秩</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>auto, 1e-3</source>
        <translation>auto, 1e-3</translation>
    </message>
    <message>
        <source>auto: what suits the format</source>
        <translation>auto：适合该格式的值</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>1-3</source>
        <translation>1-3</translation>
    </message>
    <message>
        <source>Runs that differ by their random draws alone</source>
        <translation>只有随机抽取不同的运行</translation>
    </message>
    <message>
        <source>Trains these runs one after another on the open data</source>
        <translation>用打开的数据逐个训练这些运行</translation>
    </message>
    <message>
        <source>&amp;Formats</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Ranks</source>
        <translation>秩(&amp;R)</translation>
    </message>
    <message>
        <source>Learning ra&amp;tes</source>
        <translation>学习率(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>种子(&amp;S)</translation>
    </message>
    <message>
        <source>Formats of the sweep</source>
        <translation>扫描的格式</translation>
    </message>
    <message>
        <source>Formats of the input-to-hidden map; none chosen: the present one</source>
        <translation>输入到隐藏映射的格式；不选则用当前的</translation>
    </message>
    <message>
        <source>as now; or %1</source>
        <translation>同现在；或 %1</translation>
    </message>
    <message>
        <source>%1 of the sweep</source>
        <translation>扫描的%1</translation>
    </message>
    <message>
        <source>As now (%1)</source>
        <translation>同现在 (%1)</translation>
    </message>
    <message>
        <source>%1 %2 combinations are not valid and left out: %3</source>
        <translation>%1 %2 个组合无效，已略去：%3</translation>
    </message>
    <message>
        <source>Runs: %1, of %2 epochs each.</source>
        <translation>运行数：%1，每个 %2 轮。</translation>
    </message>
</context>
<context>
    <name>rankscope::SweepPanel</name>
    <message>
        <source>Queue of runs to train</source>
        <translation>要训练的运行的队列</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>跳过(&amp;K)</translation>
    </message>
    <message>
        <source>Leave the selected runs out; one that trains is stopped and kept</source>
        <translation>略去所选的运行；正在训练的会停止并保留</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Train it earlier</source>
        <translation>提前训练</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Train it later</source>
        <translation>推后训练</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Take the selected runs off the queue; folders stay</source>
        <translation>把所选运行移出队列；文件夹保留</translation>
    </message>
    <message>
        <source>Clear &amp;ended</source>
        <translation>清除已结束(&amp;E)</translation>
    </message>
    <message>
        <source>Take what is done, failed or skipped off the queue; folders stay</source>
        <translation>把已完成、失败或跳过的移出队列；文件夹保留</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>暂停队列(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Run queue</source>
        <translation>运行队列(&amp;R)</translation>
    </message>
    <message>
        <source>The run that trains is finished, the next one waits</source>
        <translation>正在训练的运行会完成，下一个等待</translation>
    </message>
    <message>
        <source>Train what waits, one run after another</source>
        <translation>逐个训练等待的运行</translation>
    </message>
    <message>
        <source>No runs in the queue.</source>
        <translation>队列中没有运行。</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 / %2 已完成</translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <translation>%1，约剩 %2</translation>
    </message>
    <message>
        <source>%1; waits for the run that trains</source>
        <translation>%1；等待正在训练的运行</translation>
    </message>
</context>
<context>
    <name>rankscope::SweepQueue</name>
    <message>
        <source>%1 It is put aside as soon as the queue changes.</source>
        <translation>%1 队列一有改动，它就会被移到一旁保存。</translation>
    </message>
</context>
<context>
    <name>rankscope::SweepText</name>
    <message>
        <source>&quot;%1&quot; is no range.</source>
        <translation>“%1”不是范围。</translation>
    </message>
    <message>
        <source>A range goes upwards and is at most %1 long.</source>
        <translation>范围由小到大，长度至多为 %1。</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no learning rate.</source>
        <translation>“%1”不是学习率。</translation>
    </message>
    <message>
        <source>Write numbers above 0 and at most 10, or auto: auto, 1e-3, 0.003.</source>
        <translation>请写大于 0 且不超过 10 的数，或 auto：auto, 1e-3, 0.003。</translation>
    </message>
</context>
<context>
    <name>rankscope::ThumbnailModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>rankscope::TotalsModel</name>
    <message>
        <source>%1 (max %2)</source>
        <translation>%1（上限 %2）</translation>
    </message>
    <message>
        <source>Input-to-hidden weights, bias not counted</source>
        <translation>输入到隐藏的权重，不计偏置</translation>
    </message>
    <message>
        <source>The map with the hidden-to-hidden weights U and the bias; with a dense U the ratio cannot exceed its maximum</source>
        <translation>映射加上隐藏到隐藏的权重 U 和偏置；U 为稠密时压缩比不可能超过上限</translation>
    </message>
    <message>
        <source>The layer with its head</source>
        <translation>层加上它的输出头</translation>
    </message>
    <message>
        <source>Multiply-accumulates of the map for one frame, forward, in the best order</source>
        <translation>映射对一帧前向的乘加次数，按最佳顺序</translation>
    </message>
    <message>
        <source>Multiply-accumulates of the map for one frame of a training step, in the best order</source>
        <translation>映射在训练一步中对一帧的乘加次数，按最佳顺序</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>MAC forward</source>
        <translation>前向 MAC</translation>
    </message>
    <message>
        <source>MAC training</source>
        <translation>训练 MAC</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>压缩比</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Expected time of a training step (forward, backward, update) of a batch, from a benchmark of this machine: a guide, good to a factor of two</source>
        <translation>一个批次训练一步（前向、反向、更新）的预计时间，来自本机的基准测试：仅供参考，误差在两倍以内</translation>
    </message>
    <message>
        <source>What a training step of a batch holds: intermediates of the map, gates and states</source>
        <translation>一个批次训练一步所占的：映射的中间结果、门和状态</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
</context>
<context>
    <name>rankscope::TraceMaps</name>
    <message>
        <source>Gate %1</source>
        <translation>门 %1</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>%1, step %2, %3 %4: %5</source>
        <translation>%1，第 %2 步，%3 %4：%5</translation>
    </message>
    <message>
        <source>Cell c</source>
        <translation>单元 c</translation>
    </message>
    <message>
        <source>Hidden h</source>
        <translation>隐藏 h</translation>
    </message>
</context>
<context>
    <name>rankscope::TrainPane</name>
    <message>
        <source>Training settings</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>Views of the training</source>
        <translation>训练的视图</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Learning-rate test</source>
        <translation>学习率测试</translation>
    </message>
</context>
<context>
    <name>rankscope::TrainingSession</name>
    <message>
        <source>No data is open.</source>
        <translation>没有打开数据。</translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder of videos per class, or the built-in set.</source>
        <translation>请打开每个类别一个视频子文件夹的文件夹，或内置数据集。</translation>
    </message>
    <message>
        <source>Going on with %1 after epoch %2.</source>
        <translation>从第 %2 轮之后继续 %1。</translation>
    </message>
    <message>
        <source>New run %1.</source>
        <translation>新运行 %1。</translation>
    </message>
    <message>
        <source>Training starts as soon as the frames are read.</source>
        <translation>读完帧之后立即开始训练。</translation>
    </message>
    <message>
        <source>Not started.</source>
        <translation>未开始。</translation>
    </message>
    <message>
        <source>Learning rate %1 from the next batch on.</source>
        <translation>从下一个批次起学习率为 %1。</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>The data folder of %1 is not there: %2</source>
        <translation>%1 的数据文件夹不在了：%2</translation>
    </message>
    <message>
        <source>Skipped %1: %2</source>
        <translation>已跳过 %1：%2</translation>
    </message>
    <message>
        <source>Stopped before the first epoch.</source>
        <translation>在第一轮之前停止。</translation>
    </message>
    <message>
        <source>Stopped in epoch %1: %2</source>
        <translation>在第 %1 轮停止：%2</translation>
    </message>
    <message>
        <source>Best epoch %1: validation accuracy %2.</source>
        <translation>最佳轮次 %1：验证准确率 %2。</translation>
    </message>
    <message>
        <source>Best epoch %1.</source>
        <translation>最佳轮次 %1。</translation>
    </message>
    <message>
        <source>Test accuracy %1.</source>
        <translation>测试准确率 %1。</translation>
    </message>
    <message>
        <source>Ranks %1 became %2 (relative error of the map %3; %4).</source>
        <translation>秩 %1 变为 %2（映射的相对误差 %3；%4）。</translation>
    </message>
    <message>
        <source>Finished early in epoch %1: %2</source>
        <translation>在第 %1 轮提前结束：%2</translation>
    </message>
    <message>
        <source>Best epoch %1: mean average precision %2 on validation clips.</source>
        <translation>最佳轮次 %1：验证片段上的平均精度均值 %2。</translation>
    </message>
    <message>
        <source>Mean average precision %1 on test clips.</source>
        <translation>测试片段上的平均精度均值 %1。</translation>
    </message>
</context>
<context>
    <name>rankscope::TrainingSettings</name>
    <message>
        <source>A whole number from 0 on.</source>
        <translation>从 0 起的整数。</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>How often every training clip is seen.</source>
        <translation>每个训练片段看多少遍。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Clips a step: more is steadier, fewer learns in fewer epochs.</source>
        <translation>每步的片段数：多则更稳，少则用更少的轮次学会。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Epochs without improvement after which the run ends.</source>
        <translation>多少轮没有改进之后结束运行。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed, spec and data give the same run, bit for bit.</source>
        <translation>同样的种子、设置和数据得到逐位相同的运行。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Adam needs little tuning; SGD with momentum is the classic.</source>
        <translation>Adam 几乎不用调；带动量的 SGD 是经典方法。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Size of a step. Left empty it follows the format: dense maps of many inputs need a far smaller one.</source>
        <translation>一步的大小。留空时随格式而定：输入多的稠密映射需要小得多的值。</translation>
    </message>
    <message>
        <source>automatic (%1)</source>
        <translation>自动 (%1)</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Share of the last step kept in the next one.</source>
        <translation>上一步保留到下一步的比例。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>How the rate changes: step takes a tenth after half and again after three quarters of the epochs, cosine falls to 0.</source>
        <translation>学习率如何变化：阶梯在一半之后、四分之三之后各降为十分之一，余弦降到 0。</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Longer gradients are scaled down to this norm; 0 switches it off.</source>
        <translation>更长的梯度缩小到这个范数；0 表示关闭。</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pulls weights towards 0 at every step, by rate times this share.</source>
        <translation>每步把权重拉向 0，幅度为学习率乘以此比例。</translation>
    </message>
    <message>
        <source>Input dropout</source>
        <translation>输入丢弃</translation>
    </message>
    <message>
        <source>Share of the cell&apos;s inputs that is left out at random.</source>
        <translation>随机丢弃的单元输入的比例。</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Recurrent dropout</source>
        <translation>循环丢弃</translation>
    </message>
    <message>
        <source>The same for the state that is handed on from frame to frame.</source>
        <translation>同上，用于从一帧传到下一帧的状态。</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>What the network sees: a difference removes the background and leaves movement.</source>
        <translation>网络看到什么：差值去掉背景，留下运动。</translation>
    </message>
    <message>
        <source>Absolute</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>Differences without their sign.</source>
        <translation>不带符号的差值。</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Frames of a clip that are shown to the network (T).</source>
        <translation>展示给网络的每个片段的帧数 (T)。</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选帧</translation>
    </message>
    <message>
        <source>Evenly spaced frames kept of each clip, from which training draws.</source>
        <translation>每个片段保留的均匀分布的帧，训练从中抽取。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Frame width</source>
        <translation>帧宽</translation>
    </message>
    <message>
        <source>Pixels; width × height × 3 must equal the product of the input modes.</source>
        <translation>像素；宽 × 高 × 3 必须等于输入模的乘积。</translation>
    </message>
    <message>
        <source>Frame height</source>
        <translation>帧高</translation>
    </message>
    <message>
        <source>Pixels; clips are resized, whatever their shape.</source>
        <translation>像素；片段无论形状都会缩放。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>In which order the values of a frame fill the input modes: row, column, channel; channel, row, column; or patch by patch.</source>
        <translation>一帧的值按什么顺序填入输入模：行、列、通道；通道、行、列；或逐块。</translation>
    </message>
    <message>
        <source>Patch width</source>
        <translation>块宽</translation>
    </message>
    <message>
        <source>Pixels; it divides the frame width.</source>
        <translation>像素；必须整除帧宽。</translation>
    </message>
    <message>
        <source>Patch height</source>
        <translation>块高</translation>
    </message>
    <message>
        <source>Pixels; it divides the frame height.</source>
        <translation>像素；必须整除帧高。</translation>
    </message>
    <message>
        <source>Validation and test</source>
        <translation>验证和测试</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Clips that are held back to see how well unseen ones are told apart.</source>
        <translation>留出的片段，用来看对没见过的片段分辨得如何。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Clips that are looked at once, after the last epoch.</source>
        <translation>只在最后一轮之后看一次的片段。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Random share of clips</source>
        <translation>随机比例的片段</translation>
    </message>
    <message>
        <source>Random share of groups</source>
        <translation>随机比例的组</translation>
    </message>
    <message>
        <source>Named groups</source>
        <translation>指定的组</translation>
    </message>
    <message>
        <source>As the list says</source>
        <translation>按列表</translation>
    </message>
    <message>
        <source>%1 share</source>
        <translation>%1比例</translation>
    </message>
    <message>
        <source>Of all clips, class by class, or of all groups.</source>
        <translation>占所有片段（逐类）或所有组的比例。</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1组</translation>
    </message>
    <message>
        <source>Names with commas between them, such as S02, S07.</source>
        <translation>用逗号分开的名称，例如 S02, S07。</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Augment</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Random changes of training clips, one draw for all frames of a clip: the largest gain on small sets of real videos.</source>
        <translation>对训练片段的随机改变，一个片段的所有帧抽取一次：对小的真实视频集收益最大。</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>At most this share of the frame&apos;s width.</source>
        <translation>至多为帧宽的这个比例。</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>In or out by at most this share.</source>
        <translation>放大或缩小至多这个比例。</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Share of full scale that is added or taken.</source>
        <translation>增加或减少的满刻度的比例。</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>More or less by at most this share.</source>
        <translation>增强或减弱至多这个比例。</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Half of the clips are mirrored; not where left and right are classes.</source>
        <translation>一半的片段做镜像；左右是类别时不要用。</translation>
    </message>
    <message>
        <source>Whole clips: every</source>
        <translation>完整片段：每隔</translation>
    </message>
    <message>
        <source>Shows each clip from its start to its end, every k-th frame, instead of T frames.</source>
        <translation>从头到尾显示每个片段，每 k 帧取一帧，而不是 T 帧。</translation>
    </message>
    <message>
        <source>Most frames</source>
        <translation>最多帧数</translation>
    </message>
    <message>
        <source>Longer clips end there.</source>
        <translation>更长的片段到此为止。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组</translation>
    </message>
    <message>
        <source>What must not stand on both sides, such as the clips of one person. Folders shared by all classes suit folders named by person.</source>
        <translation>什么不能出现在两侧，例如同一个人的片段。所有类别共用的文件夹适用于按人命名的文件夹。</translation>
    </message>
    <message>
        <source>Group pattern</source>
        <translation>组的模式</translation>
    </message>
    <message>
        <source>A regular expression with one pair of parentheses around what tells the group in a file name, such as _g(\d+)_ or ^(S\d+).</source>
        <translation>正则表达式，用一对括号括住文件名中表示组的部分，例如 _g(\d+)_ 或 ^(S\d+)。</translation>
    </message>
    <message>
        <source>Fold of clips</source>
        <translation>按片段分折</translation>
    </message>
    <message>
        <source>Fold of groups</source>
        <translation>按组分折</translation>
    </message>
    <message>
        <source>%1 folds</source>
        <translation>%1折数</translation>
    </message>
    <message>
        <source>How many parts the clips or groups are dealt into.</source>
        <translation>片段或组分成几份。</translation>
    </message>
    <message>
        <source>%1 fold</source>
        <translation>%1折</translation>
    </message>
    <message>
        <source>Which of them is held back, counted from 1.</source>
        <translation>留出其中的哪一份，从 1 数起。</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>A window smaller than the frame by at most this share fills the frame.</source>
        <translation>比帧至多小这个比例的窗口放大到整帧。</translation>
    </message>
    <message>
        <source>Temporal jitter</source>
        <translation>时间抖动</translation>
    </message>
    <message>
        <source>At most this share of the clip is left out at its start, and as much at its end.</source>
        <translation>片段的开头至多略去这个比例，结尾也同样多。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Deviation of Gaussian noise, a share of full scale, new for every frame.</source>
        <translation>高斯噪声的标准差，占满刻度的比例，每帧都不同。</translation>
    </message>
</context>
<context>
    <name>rankscope::Trash</name>
    <message>
        <source>&quot;%1&quot; could not be moved to the trash.</source>
        <translation>“%1”无法移到回收站。</translation>
    </message>
    <message>
        <source>Nothing of it was deleted; delete its folder in the file manager.</source>
        <translation>没有删除任何内容；请在文件管理器中删除它的文件夹。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be brought back.</source>
        <translation>“%1”无法取回。</translation>
    </message>
    <message>
        <source>It is in the trash as %1.</source>
        <translation>它在回收站中，名为 %1。</translation>
    </message>
</context>
<context>
    <name>rankscope::WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
</TS>
