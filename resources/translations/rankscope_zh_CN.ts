<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>main</name>
    <message>
        <source>Laboratory for tensor-compressed recurrent networks on video.
Example: rankscope ~/videos/gestures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the first preset for so long, edit ranks and replot meanwhile; print how quickly the window answered as one line of JSON, and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run folder, a folder of videos with one sub-folder per class, or videos to classify.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope</name>
    <message>
        <source>Scanning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best validation accuracy %1 in epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch %1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 clips/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ETA %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the built-in set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading frames of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder of videos per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a &amp;list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CSV list that names clips, classes, groups and splits of the open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;built-in set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving shapes: 8 classes that differ only by motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run folder: its curves, its settings, its classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Classify videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the class of videos with the current run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, theme, threads, run folder and frame cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the edit again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell, format, modes and ranks, and what they cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves, progress and settings of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs: open, continue, compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Classify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos and their classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data &amp;set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the data set at the side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours and style of the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the screen with the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put everything back to its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the model on the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait between two batches, or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after this batch; the run stays usable and can be continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help on this pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the current pane shows and how it is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All help &amp;pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pane, the mathematics, how to read the numbers, the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Rankscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::ClassTableModel</name>
    <message>
        <source>%1, clips: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::ClassifyPane</name>
    <message>
        <source>&amp;Open videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames shown to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos to classify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model or open a run first; the videos wait for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model or open a run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a video here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::ClipPlayer</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::CoreTableModel</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::CostCurves</name>
    <message>
        <source>Parameters against rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplications against rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dense map has no rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank, all equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank, all equal (dot: mean)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAC per frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::CurvePlot</name>
    <message>
        <source>%1: %2 at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves, double click shows all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::DatasetPane</name>
    <message>
        <source>F&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of videos with one sub-folder per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a CSV list of path, class, group and split that overrides the folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the built-in moving-shapes set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the list: the folders name the classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a class to see its clips below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails appear once the clips are decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the list of unusable files with their reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusable files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in set: moving shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder of videos here: one sub-folder per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 classes, %2 clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusable files: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train %1 · validation %2 · test %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::DesignPane</name>
    <message>
        <source>Cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders of contraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at an order for its tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals: the model beside other formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model: with the head for %1 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model: as the layer while the classes are not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: input to hidden, no bias; layer: with U and bias; %1. Ratios are dense to the first column, rounded down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No costs while the model cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::Dialogs</name>
    <message>
        <source>+  -  arrows  Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a plot: zoom, move, show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Rankscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Rankscope %1&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A laboratory for tensor-compressed recurrent networks: choose the ranks, see what they cost, train on folders of videos, classify a clip.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later; it comes without any warranty.&lt;br&gt;&lt;br&gt;Built on Qt %1, Eigen, OpenCV and QCustomPlot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is still training. What should happen to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep training: the window is put away and closes when the run is done.
Stop and save: the run ends after this batch and can be continued later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::Engine</name>
    <message>
        <source>Raw pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference from the clip&apos;s mean frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference from the first frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference from the previous frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest multiplications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned with image rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SRNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over time (not recurrent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concatenated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TT-RNN code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BT-RNN code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tucker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canonical polyadic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hierarchical Tucker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hollywood2: TT-GRU, rank 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hollywood2: TT-LSTM, rank 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hollywood2: TT-SRNN, rank 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving shapes: BT-LSTM, Tucker rank 4, CP rank 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving shapes: dense LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving shapes: TT-LSTM, rank 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: BT-GRU, Tucker rank 4, CP rank 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: BT-LSTM, Tucker rank 1, CP rank 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: BT-LSTM, Tucker rank 2, CP rank 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: BT-LSTM, Tucker rank 4, CP rank 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: BT-SRNN, Tucker rank 4, CP rank 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: dense GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: dense LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: dense SRNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: TT-GRU, rank 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: TT-LSTM, rank 4, hidden to hidden in TT too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: TT-LSTM, rank 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCF11: TT-SRNN, rank 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YouTube faces: TT-GRU, rank 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YouTube faces: TT-LSTM, rank 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YouTube faces: TT-SRNN, rank 4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::ErrorDialog</name>
    <message>
        <source>Rankscope %1, Qt %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rankscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::FieldNote</name>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::FileTableModel</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File	Class	Probability
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::FolderField</name>
    <message>
        <source>A whole path is needed, from / on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::FrameSettings</name>
    <message>
        <source>Frames of a clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T: frames of each clip shown to the network, in order of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames are resized to this width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames are resized to this height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Frames of a clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ %1; the input modes %2 make %3. Choose modes that fit under Design.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::FrameStrip</name>
    <message>
        <source>Frames shown to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::HelpWindow</name>
    <message>
        <source>Rankscope help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::Language</name>
    <message>
        <source>en</source>
        <extracomment>The code of the language of these texts: &quot;zh_CN&quot; in the Chinese translation.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::LogView</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens is written here: skipped files, warnings, the end of a run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::MainWindow</name>
    <message>
        <source>Rankscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the engine is doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Rankscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder of the last session is not there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the built-in set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and whether the disk is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open built-in set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classify videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos (*.avi *.mp4 *.mov *.mkv *.webm *.mpg *.mpeg *.m4v *.wmv *.flv *.ogv *.3gp *.gif);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open the folder as data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to use the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Drop to classify %n video(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to classify the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window closes when the run is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::ModelPanel</name>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recurrent cell, or the mean over time as a baseline without recurrence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the input-to-hidden map is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One map for all gates (they share all cores but the first), or one map per gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistic, or hard as in the papers&apos; code: clip(0.2 x + 0.5, 0, 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting values: of matched variance, or as the papers&apos; code draws them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting value of the bias of the LSTM&apos;s forget gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Input modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Output modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran&amp;ks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CP ran&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuc&amp;ker ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sig&amp;moid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;get bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 × %3 = %4 values a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hidden units</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::ModesEditor</name>
    <message>
        <source>Suggest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factorisations, balanced ones first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::NetworkDiagram</name>
    <message>
        <source>Network diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dense map has one core and no rank. Point at it for its shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a rank and turn the wheel, or choose one with the arrow keys and press +, − or type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2, at most %3. Wheel, drag, +, − or digits change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one such map per gate: × %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::OrderModel</name>
    <message>
        <source>best order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of contraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAC a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts and numbers, from the next start of Rankscope on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window and its plots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For training and for reading videos, from the next run on. They never change a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New runs are made here; the Runs pane shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded frames, so that the next run need not read the videos again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Frame cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest size of the frame cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;che size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most; what was not used for longest goes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cl&amp;ear cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::PresetChooser</name>
    <message>
        <source>Built-in set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set everything as the preset has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::ProbabilityBars</name>
    <message>
        <source>Most probable classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::Problem</name>
    <message>
        <source>There is not enough memory for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or use a smaller model, batch, frame size or number of frames.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::ProgressPanel</name>
    <message>
        <source>A number above 0 and at most 10, such as 3e-3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a new run with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait between two batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after this batch; the run stays usable and can be continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning &amp;rate now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate of the running training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds from the next batch on; the run remembers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elapsed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::RankEdit</name>
    <message>
        <source>%1 = %2 is not between 1 and %3, the most blocks that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2 is not between 1 and %3, the most its unfolding allows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::RankEditor</name>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: all together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2; arrow keys, wheel or digits change it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::RecentMenu</name>
    <message>
        <source>Open re&amp;cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::RunCurves</name>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss over epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet.
Start trains the model of the
Design tab on the data at the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy over epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::RunTableModel</name>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
data: %2
modes %3 → %4, made by version %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished: killed or still training in another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurrent cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the input-to-hidden map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TT ranks; for BT Tucker ranks R and CP rank N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the whole model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense map over this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense model over this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best val.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy of the best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete epochs of those asked for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::RunsPane</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: name, state, cell, format …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its curves, classify with it, and make its settings the current ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on where it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the curves of the selected runs over each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run&apos;s folder in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet. Start trains one; runs made by rankscope-cli in this folder appear too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 epochs are done. Train on until epoch:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::SettingsForm</name>
    <message>
        <source>A number from %1 to %2, such as 3e-3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs from the preset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::ThumbnailModel</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::TotalsModel</name>
    <message>
        <source>%1 (max %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input-to-hidden weights, bias not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map with the hidden-to-hidden weights U and the bias; with a dense U the ratio cannot exceed its maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer with its head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-accumulates of the map for one frame, forward, in the best order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-accumulates of the map for one frame of a training step, in the best order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAC forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAC training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::TrainPane</name>
    <message>
        <source>Training settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::TrainingSession</name>
    <message>
        <source>No data is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder of videos per class, or the built-in set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on with %1 after epoch %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training starts as soon as the frames are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate %1 from the next batch on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder of %1 is not there: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the first epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped in epoch %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch %1: validation accuracy %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rankscope::TrainingSettings</name>
    <message>
        <source>A whole number from 0 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often every training clip is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips a step: more is steadier, fewer learns in fewer epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs without improvement after which the run ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed, spec and data give the same run, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam needs little tuning; SGD with momentum is the classic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of a step. Left empty it follows the format: dense maps of many inputs need a far smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the last step kept in the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the rate changes: step takes a tenth after half and again after three quarters of the epochs, cosine falls to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer gradients are scaled down to this norm; 0 switches it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls weights towards 0 at every step, by rate times this share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the cell&apos;s inputs that is left out at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurrent dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for the state that is handed on from frame to frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees: a difference removes the background and leaves movement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences without their sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames of a clip that are shown to the network (T).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evenly spaced frames kept of each clip, from which training draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels; width × height × 3 must equal the product of the input modes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels; clips are resized, whatever their shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order the values of a frame fill the input modes: row, column, channel; channel, row, column; or patch by patch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels; it divides the frame width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels; it divides the frame height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation and test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips that are held back to see how well unseen ones are told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips that are looked at once, after the last epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random share of clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random share of groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the list says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all clips, class by class, or of all groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names with commas between them, such as S02, S07.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random changes of training clips, one draw for all frames of a clip: the largest gain on small sets of real videos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most this share of the frame&apos;s width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In or out by at most this share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of full scale that is added or taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More or less by at most this share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the clips are mirrored; not where left and right are classes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
