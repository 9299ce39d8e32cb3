<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>‏⁨%1⁩، ⁨%2⁩: ⁨%3⁩</translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>Tab writes blanks. Escape and then Tab leaves the text.</source>
        <translation>يكتب مفتاح Tab مسافات. للخروج من النص اضغط Escape ثم Tab.</translation>
    </message>
</context>
<context>
    <name>ConfigurationPage</name>
    <message>
        <source>Config</source>
        <translation>التهيئة</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>التهيئة</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>صالح</translation>
    </message>
    <message>
        <source>What is shown of the configuration</source>
        <translation>ما يُعرض من التهيئة</translation>
    </message>
    <message>
        <source>Edit •</source>
        <translation>تحرير •</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Text of the configuration</source>
        <translation>نص التهيئة</translation>
    </message>
    <message>
        <source>The configuration</source>
        <translation>التهيئة</translation>
    </message>
    <message>
        <source>The configuration is saved.</source>
        <translation>حُفظت التهيئة.</translation>
    </message>
</context>
<context>
    <name>ConflictBanner</name>
    <message>
        <source>%1 Your draft is not saved yet.</source>
        <translation>⁨%1⁩ لم تُحفظ مسودتك بعد.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>أبقِ نصّي</translation>
    </message>
    <message>
        <source>The draft stays; saving it replaces what is in the file now.</source>
        <translation>تبقى المسودة؛ وعند حفظها تحل محل ما في الملف الآن.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>خذ نص الملف</translation>
    </message>
    <message>
        <source>The text of the file takes the place of the draft. Undo brings the draft back.</source>
        <translation>يحل نص الملف محل المسودة. يعيد «تراجع» المسودة.</translation>
    </message>
    <message>
        <source>Back to the draft</source>
        <translation>عودة إلى المسودة</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>قارن</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Show another Nova</source>
        <translation>اعرض Nova آخر</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>The window then shows the servers, the prompt and the events of that machine. Nova here goes on as it is.</source>
        <translation>تعرض النافذة عندئذٍ خوادم ذلك الجهاز وموجّهه وأحداثه. ويبقى Nova هنا كما هو.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>“nova-settingsd token” prints it on that machine.</source>
        <translation>يطبعه الأمر ⁨nova-settingsd token⁩ على ذلك الجهاز.</translation>
    </message>
    <message>
        <source>Keep the token in this system&apos;s secret store</source>
        <translation>احفظ الرمز في مخزن الأسرار لهذا النظام</translation>
    </message>
</context>
<context>
    <name>ConnectionButton</name>
    <message>
        <source>Shown: %1</source>
        <translation>المعروض: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Another Nova…</source>
        <translation>‏Nova آخر…</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>انسَ ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>‏⁨%1⁩، ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>ConnectionEntry</name>
    <message>
        <source>shown</source>
        <translation>معروض</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details of %1</source>
        <translation>تفاصيل ⁨%1⁩</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>أغلق التفاصيل</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>افحص الآن</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>تجري إعادة التشغيل…</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>أعد التشغيل</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>المزيد عن ⁨%1⁩</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>البروتوكول</translation>
    </message>
    <message>
        <source>MCP %1</source>
        <translation>MCP %1</translation>
    </message>
    <message>
        <source>Answered in</source>
        <translation>أجاب خلال</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>فُحص</translation>
    </message>
    <message>
        <source>Last well</source>
        <translation>آخر مرة كان سليمًا</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>بعبارة أخرى</translation>
    </message>
    <message>
        <source>How it has been</source>
        <translation>كيف كانت حاله</translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>الانقطاعات</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>The two texts are the same.</source>
        <translation>النصان متطابقان.</translation>
    </message>
    <message>
        <source>− %1</source>
        <translation>− %1</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>الفروق</translation>
    </message>
    <message>
        <source>… 1 line the same</source>
        <translation>… سطر واحد متطابق</translation>
    </message>
    <message>
        <source>… %1 lines the same</source>
        <translation>… أسطر متطابقة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 في القائمة</translation>
    </message>
</context>
<context>
    <name>DraftActions</name>
    <message>
        <source>Validate</source>
        <translation>تحقّق</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>يُحفظ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>In the file</source>
        <translation>في الملف</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>مسودتك</translation>
    </message>
</context>
<context>
    <name>DraftNotes</name>
    <message>
        <source>Not saved. %1</source>
        <translation>لم يُحفظ. ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>DraftToast</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>EventPane</name>
    <message>
        <source>Details of the event</source>
        <translation>تفاصيل الحدث</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>أغلق التفاصيل</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>بالضبط</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>بصيغة JSON</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>The event as JSON</source>
        <translation>الحدث بصيغة JSON</translation>
    </message>
    <message>
        <source>This is the beginning. Copy takes all of it.</source>
        <translation>هذه هي البداية. «انسخ» يأخذ النص كله.</translation>
    </message>
    <message>
        <source>What is known of the event</source>
        <translation>ما يُعرف عن الحدث</translation>
    </message>
</context>
<context>
    <name>EventRow</name>
    <message>
        <source>%1, %2</source>
        <translation>‏⁨%1⁩، ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>The event is copied as JSON.</source>
        <translation>نُسخ الحدث بصيغة JSON.</translation>
    </message>
    <message>
        <source>1 event is copied as JSON.</source>
        <translation>نُسخ حدث واحد بصيغة JSON.</translation>
    </message>
    <message>
        <source>%1 events are copied as JSON.</source>
        <translation>الأحداث المنسوخة بصيغة JSON: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Filter the events</source>
        <translation>رشّح الأحداث</translation>
    </message>
    <message>
        <source>Copy all that are shown as JSON</source>
        <translation>انسخ كل المعروض بصيغة JSON</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استأنف</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>أوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>اعرض فقط</translation>
    </message>
    <message>
        <source>Switched</source>
        <translation>التبديل</translation>
    </message>
    <message>
        <source>Prompt saved</source>
        <translation>حفظ الموجّه</translation>
    </message>
    <message>
        <source>Configuration checked</source>
        <translation>فحص التهيئة</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>متوقف مؤقتًا · ⁨%1⁩</translation>
    </message>
    <message>
        <source>What happened earlier cannot be shown: %1</source>
        <translation>لا يمكن عرض ما حدث قبل ذلك: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 new above</source>
        <translation>الجديد في الأعلى: ⁨%1⁩</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>لا حدث مطابق</translation>
    </message>
    <message>
        <source>The filter looks at names, words and sources, and at the kinds that are chosen above.</source>
        <translation>يبحث المرشّح في الأسماء والكلمات والمصادر، وفي الأنواع المختارة أعلاه.</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>اعرض كل الأحداث</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>لم يحدث شيء بعد</translation>
    </message>
    <message>
        <source>Switch a server or save a file: it shows here at once. Other programs can tell of their tasks over the API:</source>
        <translation>بدّل خادمًا أو احفظ ملفًا فيظهر ذلك هنا فورًا. ويمكن لبرامج أخرى أن تُخبر بمهامها عبر الواجهة البرمجية:</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 في القائمة</translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message>
        <source>%1 (off)</source>
        <translation>⁨%1⁩ (متوقف)</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export servers</source>
        <translation>تصدير الخوادم</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>For</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Program to export for</source>
        <translation>البرنامج الذي يُصدَّر إليه</translation>
    </message>
    <message>
        <source>Servers to export</source>
        <translation>الخوادم المراد تصديرها</translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>ما يُصدَّر</translation>
    </message>
    <message>
        <source>No server is chosen.</source>
        <translation>لم يُختر أي خادم.</translation>
    </message>
    <message>
        <source>%1 Nova does not write into the files of other programs: copy it there, or save it as a file of its own.</source>
        <translation>⁨%1⁩ لا يكتب Nova في ملفات البرامج الأخرى: انسخه إلى هناك، أو احفظه في ملف مستقل.</translation>
    </message>
    <message>
        <source>Path of the new file</source>
        <translation>مسار الملف الجديد</translation>
    </message>
    <message>
        <source>~/servers.json</source>
        <translation>~/servers.json</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 في القائمة</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter   /</source>
        <translation>رشّح   /</translation>
    </message>
    <message>
        <source>Filter the servers</source>
        <translation>رشّح الخوادم</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>ابحث في النص</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>ابحث</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>once</source>
        <translation>مرة واحدة</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>المرات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>السابق (Shift+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>التالي (F3)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>حالة الأحرف</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>أغلق (Escape)</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>What is wrong</source>
        <translation>ما الخطأ</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>‏⁨%1⁩: ⁨%2⁩ ⁨%3⁩</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>السطر ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 في القائمة</translation>
    </message>
</context>
<context>
    <name>FormHeader</name>
    <message>
        <source>Name of the header</source>
        <translation>اسم الترويسة</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>قيمة ⁨%1⁩</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>تبقى كما هي</translation>
    </message>
    <message>
        <source>Remove the header %1</source>
        <translation>أزل الترويسة ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>is restarted</source>
        <translation>يُعاد تشغيله</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>قيد الفحص</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>‏⁨%1⁩، ⁨%2⁩</translation>
    </message>
    <message>
        <source>MCP %1</source>
        <translation>MCP %1</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>تجري إعادة التشغيل…</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>أعد التشغيل</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>افحص الآن</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Health of the servers</source>
        <translation>صحة الخوادم</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>لا شيء يحتاج إليك</translation>
    </message>
    <message>
        <source>Every server is on</source>
        <translation>كل الخوادم مشغّلة</translation>
    </message>
    <message>
        <source>No server works just now</source>
        <translation>لا خادم يعمل الآن</translation>
    </message>
    <message>
        <source>“All” shows what keeps them from it.</source>
        <translation>يبيّن «الكل» ما يمنعها من العمل.</translation>
    </message>
    <message>
        <source>“All” shows every server.</source>
        <translation>يعرض «الكل» كل خادم.</translation>
    </message>
    <message>
        <source>No servers yet</source>
        <translation>لا خوادم بعد</translation>
    </message>
    <message>
        <source>Add one to %1 and save the file. How it is shows here within seconds.</source>
        <translation>أضف خادمًا إلى ⁨%1⁩ واحفظ الملف. تظهر حاله هنا خلال ثوانٍ.</translation>
    </message>
    <message>
        <source>How its servers are shows here as soon as the connection is there.</source>
        <translation>تظهر حالة خوادمه هنا فور توفر الاتصال.</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 في القائمة</translation>
    </message>
</context>
<context>
    <name>HistoryFacts</name>
    <message>
        <source>Up, 24 hours</source>
        <translation>متاح، 24 ساعة</translation>
    </message>
    <message>
        <source>Up, 30 days</source>
        <translation>متاح، 30 يومًا</translation>
    </message>
    <message>
        <source>Usually within</source>
        <translation>عادةً خلال</translation>
    </message>
    <message>
        <source>Half of the answers of the last 24 hours (p50)</source>
        <translation>نصف إجابات آخر 24 ساعة (p50)</translation>
    </message>
    <message>
        <source>Nearly always</source>
        <translation>دائمًا تقريبًا خلال</translation>
    </message>
    <message>
        <source>95 of 100 answers of the last 24 hours (p95)</source>
        <translation>95 من كل 100 إجابة في آخر 24 ساعة (p95)</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import servers</source>
        <translation>استيراد الخوادم</translation>
    </message>
    <message>
        <source>Import from %1</source>
        <translation>استورد من ⁨%1⁩</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Another source</source>
        <translation>مصدر آخر</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>القائمة فارغة.</translation>
    </message>
    <message>
        <source>Servers that were read</source>
        <translation>الخوادم التي قُرئت</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 في القائمة</translation>
    </message>
</context>
<context>
    <name>ImportDrop</name>
    <message>
        <source>Drop it here to see which servers it would add</source>
        <translation>أفلته هنا لترى الخوادم التي سيضيفها</translation>
    </message>
</context>
<context>
    <name>ImportRow</name>
    <message>
        <source>added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>موجود من قبل</translation>
    </message>
    <message>
        <source>no place here</source>
        <translation>لا مكان له هنا</translation>
    </message>
    <message>
        <source>will be added</source>
        <translation>سيُضاف</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>متروك</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>أضف ⁨%1⁩</translation>
    </message>
    <message>
        <source>Name of %1 in the catalog</source>
        <translation>اسم ⁨%1⁩ في الفهرس</translation>
    </message>
    <message>
        <source>From the project %1.</source>
        <translation>من المشروع ⁨%1⁩.</translation>
    </message>
</context>
<context>
    <name>ImportSources</name>
    <message>
        <source>Nova reads the lists of Claude Desktop, Claude Code, Cursor and VS Code. You see what would be added first; their files stay as they are.</source>
        <translation>يقرأ Nova قوائم Claude Desktop وClaude Code وCursor وVS Code. سترى أولًا ما سيُضاف؛ وتبقى ملفاتها كما هي.</translation>
    </message>
    <message>
        <source>Looking for their files…</source>
        <translation>جارٍ البحث عن ملفاتها…</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>وُجد على هذا الجهاز</translation>
    </message>
    <message>
        <source>None of their files was found on this computer.</source>
        <translation>لم يوجد أي من ملفاتها على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Text or another file</source>
        <translation>نص أو ملف آخر</translation>
    </message>
    <message>
        <source>{ &quot;mcpServers&quot;: { … } }</source>
        <translation>{ &quot;mcpServers&quot;: { … } }</translation>
    </message>
    <message>
        <source>Servers as JSON</source>
        <translation>الخوادم بصيغة JSON</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>اقرأ النص</translation>
    </message>
    <message>
        <source>Path of a file</source>
        <translation>مسار ملف</translation>
    </message>
    <message>
        <source>~/project/.mcp.json</source>
        <translation>~/project/.mcp.json</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>KeysHelp</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>filter the servers or the events</source>
        <translation>رشّح الخوادم أو الأحداث</translation>
    </message>
    <message>
        <source>j  k  ↓  ↑</source>
        <translation>j  k  ↓  ↑</translation>
    </message>
    <message>
        <source>through the list</source>
        <translation>التنقل في القائمة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>المسافة</translation>
    </message>
    <message>
        <source>switch on or off</source>
        <translation>شغّل أو أوقف</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open the details, Escape closes them</source>
        <translation>افتح التفاصيل، ويغلقها Escape</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>check the server now</source>
        <translation>افحص الخادم الآن</translation>
    </message>
    <message>
        <source>Shift+R</source>
        <translation>Shift+R</translation>
    </message>
    <message>
        <source>restart its service</source>
        <translation>أعد تشغيل خدمته</translation>
    </message>
    <message>
        <source>a  e  d</source>
        <translation>a  e  d</translation>
    </message>
    <message>
        <source>add, edit, duplicate a server</source>
        <translation>أضف خادمًا أو حرّره أو كرّره</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>remove it; Ctrl+Z brings it back</source>
        <translation>أزله؛ ويعيده Ctrl+Z</translation>
    </message>
    <message>
        <source>Alt+↑  Alt+↓</source>
        <translation>Alt+↑  Alt+↓</translation>
    </message>
    <message>
        <source>move it in the file</source>
        <translation>انقله في الملف</translation>
    </message>
    <message>
        <source>Ctrl+I  Ctrl+Shift+E</source>
        <translation>Ctrl+I  Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>import and export servers</source>
        <translation>استورد الخوادم وصدّرها</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Ctrl+V</translation>
    </message>
    <message>
        <source>import what was copied elsewhere</source>
        <translation>استورد ما نُسخ من مكان آخر</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>read or edit the prompt</source>
        <translation>اقرأ الموجّه أو حرّره</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>save what was edited, apply settings</source>
        <translation>احفظ ما حُرّر، وطبّق الإعدادات</translation>
    </message>
    <message>
        <source>Ctrl+F  F3</source>
        <translation>Ctrl+F  F3</translation>
    </message>
    <message>
        <source>find, and the next place</source>
        <translation>ابحث، ثم الموضع التالي</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>the next mistake</source>
        <translation>الخطأ التالي</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>validate the configuration</source>
        <translation>تحقّق من التهيئة</translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+6</source>
        <translation>Ctrl+1 … Ctrl+6</translation>
    </message>
    <message>
        <source>the pages, from Servers to Settings</source>
        <translation>الصفحات، من الخوادم إلى الإعدادات</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Ctrl+W</translation>
    </message>
    <message>
        <source>close the window</source>
        <translation>أغلق النافذة</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>end Nova Settings</source>
        <translation>أنهِ Nova Settings</translation>
    </message>
    <message>
        <source>p  c  Shift+C</source>
        <translation>p  c  Shift+C</translation>
    </message>
    <message>
        <source>pause the events, copy one or all</source>
        <translation>إيقاف الأحداث مؤقتًا ونسخ واحد أو الكل</translation>
    </message>
    <message>
        <source>Escape, Tab</source>
        <translation>Escape ثم Tab</translation>
    </message>
    <message>
        <source>leave a text that is edited</source>
        <translation>مغادرة نص قيد التحرير</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>هذه القائمة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
</context>
<context>
    <name>LatencyBar</name>
    <message>
        <source>The last 6 hours, a column for 15 minutes. The higher, the slower it answered; %1 ms fills it. Cut in the middle: it was down.</source>
        <translation>آخر 6 ساعات، عمود لكل 15 دقيقة. كلما ارتفع كانت الإجابة أبطأ؛ وتملؤه ⁨%1⁩ مللي ثانية. المقطوع في وسطه: كان متوقفًا.</translation>
    </message>
</context>
<context>
    <name>LinkBanner</name>
    <message>
        <source>Enter the token</source>
        <translation>أدخل الرمز</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>حاول الآن</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Nova Settings</source>
        <translation>Nova Settings</translation>
    </message>
</context>
<context>
    <name>OutageItem</name>
    <message>
        <source>%1 · %2</source>
        <translation>‏⁨%1⁩ · ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>PromptPage</name>
    <message>
        <source>Prompt</source>
        <translation>الموجّه</translation>
    </message>
    <message>
        <source>What is shown of the prompt</source>
        <translation>ما يُعرض من الموجّه</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>قراءة</translation>
    </message>
    <message>
        <source>Edit •</source>
        <translation>تحرير •</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>موجّه النظام</translation>
    </message>
    <message>
        <source>The prompt is empty</source>
        <translation>الموجّه فارغ</translation>
    </message>
    <message>
        <source>There is no prompt to show</source>
        <translation>لا موجّه لعرضه</translation>
    </message>
    <message>
        <source>Write it in %1 with any editor. Every save shows here at once.</source>
        <translation>اكتبه في ⁨%1⁩ بأي محرر. كل حفظ يظهر هنا فورًا.</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>نص الموجّه</translation>
    </message>
    <message>
        <source>How the prompt will look</source>
        <translation>كيف سيبدو الموجّه</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>الموجّه</translation>
    </message>
    <message>
        <source>The prompt is saved.</source>
        <translation>حُفظ الموجّه.</translation>
    </message>
    <message>
        <source>The prompt is not here yet</source>
        <translation>لم يصل الموجّه بعد</translation>
    </message>
    <message>
        <source>It shows as soon as the connection is there.</source>
        <translation>يظهر فور توفر الاتصال.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Nova</source>
        <translation>Nova</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>الخوادم</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>الموجّه</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>التهيئة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>%1, 1 needs you</source>
        <translation>⁨%1⁩، واحد يحتاج إليك</translation>
    </message>
    <message>
        <source>%1, %2 need you</source>
        <translation>⁨%1⁩، تحتاج إليك: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>RedisTest</name>
    <message>
        <source>Trying…</source>
        <translation>يجرّب…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>جرّب</translation>
    </message>
    <message>
        <source>Tries the address of Redis as it is written</source>
        <translation>يجرّب عنوان Redis كما هو مكتوب</translation>
    </message>
</context>
<context>
    <name>RestartDialog</name>
    <message>
        <source>Nova runs “docker compose restart %1” where Nova runs, or what the setting restart.command has instead.</source>
        <translation>ينفّذ Nova الأمر ⁨docker compose restart ⁨%1⁩⁩ حيث يعمل Nova، أو ما في الإعداد ⁨restart.command⁩ بدلًا منه.</translation>
    </message>
    <message>
        <source>%1 will not answer until it is up again. What agents ask meanwhile fails.</source>
        <translation>لن يجيب ⁨%1⁩ حتى يعمل من جديد. وما تطلبه الوكلاء في هذه الأثناء يفشل.</translation>
    </message>
    <message>
        <source>If it takes longer than 60 s, the command is stopped. No file is changed.</source>
        <translation>إن استغرق أكثر من 60 ثانية أُوقف الأمر. لا يتغير أي ملف.</translation>
    </message>
    <message>
        <source>You can close this; it goes on, and Restart comes back to it.</source>
        <translation>يمكنك إغلاق هذا؛ يستمر العمل، ويعيدك إليه «أعد التشغيل».</translation>
    </message>
    <message>
        <source>What it wrote is below. The server may be as it was before.</source>
        <translation>ما كتبه موجود أدناه. ربما بقي الخادم كما كان.</translation>
    </message>
    <message>
        <source>%1: asked closely until all is well again.</source>
        <translation>⁨%1⁩: يُفحص عن قرب حتى يعود كل شيء سليمًا.</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>إعادة تشغيل ⁨%1⁩؟</translation>
    </message>
    <message>
        <source>It has written nothing yet.</source>
        <translation>لم يكتب شيئًا بعد.</translation>
    </message>
    <message>
        <source>What the command wrote</source>
        <translation>ما كتبه الأمر</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>أعد التشغيل</translation>
    </message>
</context>
<context>
    <name>ServerCommands</name>
    <message>
        <source>Servers are moved where all are shown in the order of the file.</source>
        <translation>تُنقل الخوادم حين تُعرض كلها بترتيب الملف.</translation>
    </message>
    <message>
        <source>Show that order</source>
        <translation>اعرض ذلك الترتيب</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>أُزيل ⁨%1⁩</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>كرّر</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>انسخ العنوان</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>انقل إلى أعلى</translation>
    </message>
    <message>
        <source>Alt+↑</source>
        <translation>Alt+↑</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>انقل إلى أسفل</translation>
    </message>
    <message>
        <source>Alt+↓</source>
        <translation>Alt+↓</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>أزل</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Not saved. What you typed is kept.</source>
        <translation>لم يُحفظ. ما كتبته محفوظ لديك.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>افتح مجددًا</translation>
    </message>
</context>
<context>
    <name>ServerFormDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>تحرير ⁨%1⁩</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>تكرار ⁨%1⁩</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>إضافة خادم</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>ابدأ من جديد</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>gmail</source>
        <translation>gmail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>ما الغرض منه</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>مشغّل</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>معروض</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>مخفي</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>يُفحص عبر</translation>
    </message>
    <message>
        <source>MCP, or the health address where it is no MCP</source>
        <translation>‏MCP، أو عنوان الفحص إن لم يكن MCP</translation>
    </message>
    <message>
        <source>MCP alone</source>
        <translation>‏MCP وحده</translation>
    </message>
    <message>
        <source>the health address alone</source>
        <translation>عنوان الفحص وحده</translation>
    </message>
    <message>
        <source>Health address</source>
        <translation>عنوان الفحص</translation>
    </message>
    <message>
        <source>Asked every … seconds</source>
        <translation>يُسأل كل … ثانية</translation>
    </message>
    <message>
        <source>as in Settings</source>
        <translation>كما في الإعدادات</translation>
    </message>
    <message>
        <source>Waits … seconds for an answer</source>
        <translation>ينتظر الإجابة … ثانية</translation>
    </message>
    <message>
        <source>Service of Docker Compose that Restart restarts</source>
        <translation>خدمة Docker Compose التي يعيد «أعد التشغيل» تشغيلها</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>الترويسات</translation>
    </message>
    <message>
        <source>Keep secrets out of the file: write ${GMAIL_TOKEN}, and Nova takes the value from its environment.</source>
        <translation>أبقِ الأسرار خارج الملف: اكتب ⁨${GMAIL_TOKEN}⁩ فيأخذ Nova القيمة من بيئته.</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>أضف ترويسة</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>يُحفظ…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ServerRow</name>
    <message>
        <source>is restarted</source>
        <translation>يُعاد تشغيله</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>قيد الفحص</translation>
    </message>
    <message>
        <source>%1, on, %2</source>
        <translation>⁨%1⁩، مشغّل، ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>⁨%1⁩، متوقف</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>‏⁨%1⁩ · ⁨%2⁩</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>يُحفظ…</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مشغّل</translation>
    </message>
    <message>
        <source>off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>المزيد عن ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>ServersPage</name>
    <message>
        <source>Servers</source>
        <translation>الخوادم</translation>
    </message>
    <message>
        <source>Import servers from another program</source>
        <translation>استورد خوادم من برنامج آخر</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>أضف</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Needs you first</source>
        <translation>ما يحتاج إليك أولًا</translation>
    </message>
    <message>
        <source>File order</source>
        <translation>ترتيب الملف</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Slowest first</source>
        <translation>الأبطأ أولًا</translation>
    </message>
    <message>
        <source>No server matches “%1”</source>
        <translation>لا خادم يطابق «⁨%1⁩»</translation>
    </message>
    <message>
        <source>None of the servers is in that state</source>
        <translation>لا خادم في تلك الحالة</translation>
    </message>
    <message>
        <source>The filter looks at names, descriptions and addresses. Escape empties it.</source>
        <translation>يبحث المرشّح في الأسماء والأوصاف والعناوين. يفرّغه Escape.</translation>
    </message>
    <message>
        <source>No servers yet</source>
        <translation>لا خوادم بعد</translation>
    </message>
    <message>
        <source>There is no server list to show</source>
        <translation>لا قائمة خوادم لعرضها</translation>
    </message>
    <message>
        <source>Add one here, or take over those of another program. They are kept in %1, which you can edit as well.</source>
        <translation>أضف خادمًا هنا، أو خذ خوادم برنامج آخر. تُحفظ في ⁨%1⁩، ويمكنك تحريره أيضًا.</translation>
    </message>
    <message>
        <source>Nova reads %1 again as soon as it changes. A server looks like this:</source>
        <translation>يقرأ Nova الملف ⁨%1⁩ مجددًا كلما تغيّر. يبدو الخادم هكذا:</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>إضافة خادم</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استورد</translation>
    </message>
    <message>
        <source>Its servers show here as soon as the connection is there.</source>
        <translation>تظهر خوادمه هنا فور توفر الاتصال.</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 في القائمة</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>%1, %2</source>
        <translation>‏⁨%1⁩، ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>changed, not applied yet</source>
        <translation>تغيّر ولم يُطبَّق بعد</translation>
    </message>
    <message>
        <source>Back to the default. %1</source>
        <translation>عودة إلى الأصل. ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1: back to the default. %2</source>
        <translation>⁨%1⁩: عودة إلى الأصل. ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance and tray</source>
        <translation>المظهر وشريط النظام</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>صفحة الويب</translation>
    </message>
    <message>
        <source>Other machines</source>
        <translation>الأجهزة الأخرى</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>أعد التشغيل</translation>
    </message>
    <message>
        <source>Files and backups</source>
        <translation>الملفات والنسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>كسطح المكتب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>المعلومات</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>التحذيرات</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>سطر الأوامر</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مشغّل</translation>
    </message>
    <message>
        <source>off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>عدد صحيح من ⁨%1⁩ إلى ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Empty, or redis://[user:password@]host[:port][/database], or unix:///path.</source>
        <translation>فارغ، أو ⁨redis://[user:password@]host[:port][/database]⁩، أو ⁨unix:///path⁩.</translation>
    </message>
    <message>
        <source>1 to 200 characters.</source>
        <translation>من 1 إلى 200 محرف.</translation>
    </message>
    <message>
        <source>An IP address of this machine, or localhost.</source>
        <translation>عنوان IP لهذا الجهاز، أو localhost.</translation>
    </message>
    <message>
        <source>It has to be %1.</source>
        <translation>يجب أن يكون: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>Light, dark, or as the desktop says.</source>
        <translation>فاتحة، أو داكنة، أو كسطح المكتب.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>ابتداءً من التشغيل القادم.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Tell when the prompt changes or a server needs you.</source>
        <translation>أخبرني حين يتغيّر الموجّه أو يحتاج خادم إليّ.</translation>
    </message>
    <message>
        <source>Alerts about servers</source>
        <translation>تنبيهات عن الخوادم</translation>
    </message>
    <message>
        <source>Tell when a server goes down or comes back.</source>
        <translation>أخبرني حين يتوقف خادم أو يعود.</translation>
    </message>
    <message>
        <source>Silent servers</source>
        <translation>خوادم صامتة</translation>
    </message>
    <message>
        <source>Names of servers of which no alert tells.</source>
        <translation>أسماء خوادم لا يخبر عنها أي تنبيه.</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>البقاء في شريط النظام</translation>
    </message>
    <message>
        <source>Closing the window leaves Nova in the tray, where there is one.</source>
        <translation>عند إغلاق النافذة يبقى Nova في شريط النظام إن وُجد.</translation>
    </message>
    <message>
        <source>Start in the tray</source>
        <translation>البدء في شريط النظام</translation>
    </message>
    <message>
        <source>Start without a window, where there is a tray to open it from.</source>
        <translation>البدء بلا نافذة، حيث يوجد شريط نظام تُفتح منه.</translation>
    </message>
    <message>
        <source>Serve the web page</source>
        <translation>تقديم صفحة الويب</translation>
    </message>
    <message>
        <source>For browsers and programs. Everybody needs a link or the token.</source>
        <translation>للمتصفحات والبرامج. يحتاج الجميع إلى رابط أو إلى الرمز.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>127.0.0.1 is this machine alone; 0.0.0.0 is every network it is in.</source>
        <translation>⁨127.0.0.1⁩ هو هذا الجهاز وحده؛ و⁨0.0.0.0⁩ كل شبكة هو فيها.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>0 takes any free one.</source>
        <translation>0 يأخذ أي منفذ حر.</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>أسماء أخرى</translation>
    </message>
    <message>
        <source>Names this machine is called by in the address bar, besides its own.</source>
        <translation>أسماء يُنادى بها هذا الجهاز في شريط العنوان، إضافة إلى اسمه.</translation>
    </message>
    <message>
        <source>Other pages that may call</source>
        <translation>صفحات أخرى مسموح لها</translation>
    </message>
    <message>
        <source>Whole origins, such as https://nova.example.org.</source>
        <translation>مصادر كاملة، مثل ⁨https://nova.example.org⁩.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>A PEM file for HTTPS; a relative name is beside nova.yaml.</source>
        <translation>ملف PEM لبروتوكول HTTPS؛ الاسم النسبي بجوار nova.yaml.</translation>
    </message>
    <message>
        <source>Key of the certificate</source>
        <translation>مفتاح الشهادة</translation>
    </message>
    <message>
        <source>A PEM file without a passphrase.</source>
        <translation>ملف PEM بلا عبارة مرور.</translation>
    </message>
    <message>
        <source>File of the token</source>
        <translation>ملف الرمز</translation>
    </message>
    <message>
        <source>Empty: a token of Nova&apos;s own, in its state folder.</source>
        <translation>فارغ: رمز خاص بـ Nova في مجلد حالته.</translation>
    </message>
    <message>
        <source>Live clients at most</source>
        <translation>أقصى عدد للعملاء المتصلين</translation>
    </message>
    <message>
        <source>WebSockets at the same time.</source>
        <translation>اتصالات WebSocket في الوقت نفسه.</translation>
    </message>
    <message>
        <source>Connections of one machine</source>
        <translation>اتصالات الجهاز الواحد</translation>
    </message>
    <message>
        <source>0 sets no limit. This machine itself has none.</source>
        <translation>0 يعني بلا حد. ولا حد لهذا الجهاز نفسه.</translation>
    </message>
    <message>
        <source>Shares events with Nova on other machines. Empty: events stay here.</source>
        <translation>يشارك الأحداث مع Nova على أجهزة أخرى. فارغ: تبقى الأحداث هنا.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>The same on all machines that belong together.</source>
        <translation>هي نفسها على كل الأجهزة المترابطة.</translation>
    </message>
    <message>
        <source>Seconds between checks</source>
        <translation>الثواني بين الفحوص</translation>
    </message>
    <message>
        <source>0 checks only when somebody asks.</source>
        <translation>0 يعني الفحص عند الطلب فقط.</translation>
    </message>
    <message>
        <source>Seconds to wait for an answer</source>
        <translation>ثواني انتظار الإجابة</translation>
    </message>
    <message>
        <source>After that a check counts as failed.</source>
        <translation>بعدها يُعدّ الفحص فاشلًا.</translation>
    </message>
    <message>
        <source>Failures until it counts as down</source>
        <translation>عدد مرات الفشل قبل عدّه متوقفًا</translation>
    </message>
    <message>
        <source>In a row.</source>
        <translation>على التوالي.</translation>
    </message>
    <message>
        <source>Checks at the same time</source>
        <translation>الفحوص في الوقت نفسه</translation>
    </message>
    <message>
        <source>At most.</source>
        <translation>على الأكثر.</translation>
    </message>
    <message>
        <source>Services that may be restarted</source>
        <translation>خدمات يجوز إعادة تشغيلها</translation>
    </message>
    <message>
        <source>Names from the compose file. None: nothing can be restarted.</source>
        <translation>أسماء من ملف compose. لا شيء: لا يُعاد تشغيل شيء.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Instead of docker compose: the program, then its first arguments.</source>
        <translation>بدلًا من docker compose: البرنامج ثم معطياته الأولى.</translation>
    </message>
    <message>
        <source>Compose file</source>
        <translation>ملف Compose</translation>
    </message>
    <message>
        <source>Empty: the one in Nova&apos;s folder.</source>
        <translation>فارغ: الملف الذي في مجلد Nova.</translation>
    </message>
    <message>
        <source>Look every two seconds</source>
        <translation>انظر كل ثانيتين</translation>
    </message>
    <message>
        <source>For network drives that do not tell of changes.</source>
        <translation>لأقراص الشبكة التي لا تُخبر بالتغييرات.</translation>
    </message>
    <message>
        <source>Milliseconds to wait for more changes</source>
        <translation>ملّي ثواني انتظار تغييرات أخرى</translation>
    </message>
    <message>
        <source>So that one save is seen once.</source>
        <translation>حتى يُرى الحفظ الواحد مرة واحدة.</translation>
    </message>
    <message>
        <source>Earlier texts to keep</source>
        <translation>النصوص السابقة المحفوظة</translation>
    </message>
    <message>
        <source>Of each file.</source>
        <translation>لكل ملف.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>What is not written: all below it.</source>
        <translation>ما لا يُكتب: كل ما دونه.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>JSON for programs, console for reading.</source>
        <translation>‏JSON للبرامج، وسطر الأوامر للقراءة.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالٍ</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>التباين</translation>
    </message>
    <message>
        <source>High: stronger lines and texts, in both themes.</source>
        <translation>عالٍ: خطوط ونصوص أوضح في المظهرين.</translation>
    </message>
</context>
<context>
    <name>SettingsBar</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>يُطبَّق…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>طبّق</translation>
    </message>
</context>
<context>
    <name>SettingsList</name>
    <message>
        <source>No setting is called that.</source>
        <translation>لا إعداد بهذا الاسم.</translation>
    </message>
    <message>
        <source>There are no settings to show.</source>
        <translation>لا إعدادات لعرضها.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>ابحث عن إعداد</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>StateFilter</name>
    <message>
        <source>Show</source>
        <translation>اعرض</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Need you</source>
        <translation>تحتاج إليك</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>تعمل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>‏⁨%1⁩ ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>StatusItem</name>
    <message>
        <source>%1 · %2</source>
        <translation>‏⁨%1⁩ · ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>TasksLine</name>
    <message>
        <source>Tasks: %1, %2</source>
        <translation>المهام: ⁨%1⁩، ⁨%2⁩</translation>
    </message>
    <message>
        <source>Tasks: %1</source>
        <translation>المهام: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>المهام</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>أغلق</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Unsaved prompt and configuration</source>
        <translation>موجّه وتهيئة لم يُحفظا</translation>
    </message>
    <message>
        <source>Unsaved prompt</source>
        <translation>موجّه لم يُحفظ</translation>
    </message>
    <message>
        <source>Unsaved configuration</source>
        <translation>تهيئة لم تُحفظ</translation>
    </message>
    <message>
        <source>There are changes that are not in the file yet. If Nova Settings ends without saving, they are gone.</source>
        <translation>هناك تغييرات ليست في الملف بعد. إن انتهى Nova Settings دون حفظ ضاعت.</translation>
    </message>
    <message>
        <source>There are changes that are not in the file yet, and they cannot be saved as it stands. Stay to see why. If Nova Settings ends now, they are gone.</source>
        <translation>هناك تغييرات ليست في الملف بعد، ولا يمكن حفظها على حالها. ابقَ لترى السبب. إن انتهى Nova Settings الآن ضاعت.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>ابقَ</translation>
    </message>
    <message>
        <source>Prompt · %1</source>
        <translation>الموجّه · %1</translation>
    </message>
    <message>
        <source>Configuration · %1</source>
        <translation>التهيئة · %1</translation>
    </message>
    <message>
        <source>Unsaved drafts</source>
        <translation>مسودات غير محفوظة</translation>
    </message>
    <message>
        <source>These are not in their files yet. What belongs to a Nova that is not shown can be saved only there: stay, and show it. If Nova Settings ends now, they are gone.</source>
        <translation>هذه ليست في ملفاتها بعد. ما يخص Nova غير معروض لا يمكن حفظه إلا هناك: ابقَ واعرضه. إذا انتهى Nova Settings الآن فستضيع.</translation>
    </message>
</context>
<context>
    <name>VersionsPane</name>
    <message>
        <source>Earlier texts</source>
        <translation>النصوص السابقة</translation>
    </message>
    <message>
        <source>%1, %2, then %3 lines added, %4 removed</source>
        <translation>⁨%1⁩، ⁨%2⁩، ثم أسطر مضافة: ⁨%3⁩، ومُزالة: ⁨%4⁩</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>−%1</source>
        <translation>−%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>‏⁨%1⁩ · ⁨%2⁩</translation>
    </message>
    <message>
        <source>Replaced %1. Since then %2 lines added, %3 removed.</source>
        <translation>استُبدل ⁨%1⁩. ومنذ ذلك الحين أسطر مضافة: ⁨%2⁩، ومُزالة: ⁨%3⁩.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>تجري الاستعادة</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعد</translation>
    </message>
    <message>
        <source>Earlier text</source>
        <translation>النص السابق</translation>
    </message>
    <message>
        <source>Text of now</source>
        <translation>النص الحالي</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>تجري المقارنة</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>لا شيء للمقارنة</translation>
    </message>
    <message>
        <source>This is the text of now</source>
        <translation>هذا هو النص الحالي</translation>
    </message>
    <message>
        <source>Reading the earlier texts</source>
        <translation>تجري قراءة النصوص السابقة</translation>
    </message>
    <message>
        <source>The earlier texts cannot be listed</source>
        <translation>لا يمكن سرد النصوص السابقة</translation>
    </message>
    <message>
        <source>No earlier texts yet</source>
        <translation>لا نصوص سابقة بعد</translation>
    </message>
    <message>
        <source>Every text that is replaced is kept here, whoever replaced it: this window, an editor, git or the API.</source>
        <translation>كل نص يُستبدل يُحفظ هنا، أيًّا كان من استبدله: هذه النافذة أو محرر أو git أو الواجهة البرمجية.</translation>
    </message>
    <message>
        <source>Restore the text replaced %1?</source>
        <translation>استعادة النص الذي استُبدل ⁨%1⁩؟</translation>
    </message>
    <message>
        <source>%1 becomes the text that was replaced %2. The text of now is kept as an earlier text, so you can come back to it.</source>
        <translation>يصير ⁨%1⁩ النص الذي استُبدل ⁨%2⁩. ويُحفظ النص الحالي ضمن النصوص السابقة، فيمكنك الرجوع إليه.</translation>
    </message>
    <message>
        <source>Your unsaved draft stays as it is. It will be shown as a conflict with the restored text.</source>
        <translation>تبقى مسودتك غير المحفوظة كما هي. وستُعرض متعارضةً مع النص المستعاد.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 في القائمة</translation>
    </message>
</context>
<context>
    <name>WebAccess</name>
    <message>
        <source>Served at %1</source>
        <translation>تُقدَّم على ⁨%1⁩</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
    <message>
        <source>Opens the web page in the browser, signed in</source>
        <translation>يفتح صفحة الويب في المتصفح مع تسجيل الدخول</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>انسخ الرابط</translation>
    </message>
    <message>
        <source>Copies a link that signs in once</source>
        <translation>ينسخ رابطًا يسجّل الدخول مرة واحدة</translation>
    </message>
    <message>
        <source>Hide token</source>
        <translation>أخفِ الرمز</translation>
    </message>
    <message>
        <source>Show token</source>
        <translation>أظهر الرمز</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>The link signs in one browser, within the hour. Programs send the token.</source>
        <translation>يسجّل الرابط دخول متصفح واحد خلال ساعة. أما البرامج فترسل الرمز.</translation>
    </message>
    <message>
        <source>Nobody is asked for the token: --no-auth was given.</source>
        <translation>لا يُطلب الرمز من أحد: أُعطي الخيار ⁨--no-auth⁩.</translation>
    </message>
</context>
<context>
    <name>nova</name>
    <message>
        <source>%1, %2</source>
        <translation>‏⁨%1⁩، ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 switched on</source>
        <translation>شُغّل ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 switched off</source>
        <translation>أُوقف ⁨%1⁩</translation>
    </message>
    <message>
        <source>Prompt saved: %1</source>
        <translation>حُفظ الموجّه: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Prompt saved</source>
        <translation>حفظ الموجّه</translation>
    </message>
    <message>
        <source>%1 has an error and is not in force</source>
        <translation>في ⁨%1⁩ خطأ وليس ساريًا</translation>
    </message>
    <message>
        <source>%1 has %2 errors and is not in force</source>
        <translation>في ⁨%1⁩ أخطاء (⁨%2⁩) وليس ساريًا</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>أُضيف ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>تغيّر ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>أُزيل ⁨%1⁩</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>تحذير واحد</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>التحذيرات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>كل شيء سليم</translation>
    </message>
    <message>
        <source>%1 checked: %2</source>
        <translation>فُحص ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>السطر ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Switched</source>
        <translation>التبديل</translation>
    </message>
    <message>
        <source>Configuration checked</source>
        <translation>فحص التهيئة</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>%1: no details were told</source>
        <translation>⁨%1⁩: لم تُذكر تفاصيل</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>أعد التشغيل</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>محفوظ باسم</translation>
    </message>
    <message>
        <source>has news</source>
        <translation>لديه جديد</translation>
    </message>
    <message>
        <source>works</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>is off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>is being checked</source>
        <translation>قيد الفحص</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>‏⁨%1⁩ ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 is being restarted</source>
        <translation>تجري إعادة تشغيل ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 was restarted</source>
        <translation>أُعيد تشغيل ⁨%1⁩</translation>
    </message>
    <message>
        <source>The restart of %1 failed</source>
        <translation>فشلت إعادة تشغيل ⁨%1⁩</translation>
    </message>
    <message>
        <source>Redis is connected</source>
        <translation>‏Redis متصل</translation>
    </message>
    <message>
        <source>Redis is lost; Nova tries again by itself</source>
        <translation>انقطع Redis؛ ويعاود Nova المحاولة بنفسه</translation>
    </message>
    <message>
        <source>Redis is off</source>
        <translation>‏Redis متوقف</translation>
    </message>
    <message>
        <source> since %1</source>
        <translation> منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>قيد الفحص</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>يجيب</translation>
    </message>
    <message>
        <source>no answer just now</source>
        <translation>لا إجابة الآن</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>بطيء</translation>
    </message>
    <message>
        <source>not well</source>
        <translation>ليس سليمًا</translation>
    </message>
    <message>
        <source>refuses the credentials</source>
        <translation>يرفض بيانات الدخول</translation>
    </message>
    <message>
        <source>wants credentials</source>
        <translation>يطلب بيانات الدخول</translation>
    </message>
    <message>
        <source>speaks another version of MCP</source>
        <translation>يتحدث إصدارًا آخر من MCP</translation>
    </message>
    <message>
        <source>is no MCP server</source>
        <translation>ليس خادم MCP</translation>
    </message>
    <message>
        <source>misses a variable</source>
        <translation>ينقصه متغير</translation>
    </message>
    <message>
        <source>is not set up right</source>
        <translation>ليس مُعدًّا على نحو صحيح</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>لا يمكن الوصول إليه</translation>
    </message>
    <message>
        <source>1 tool</source>
        <translation>أداة واحدة</translation>
    </message>
    <message>
        <source>%1 tools</source>
        <translation>الأدوات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>⁨%1⁩ م.ث</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>أمس ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>⁨%1⁩ د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>⁨%1⁩ س</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>يوم واحد</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>⁨%1⁩ يوم</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>‏⁨%1⁩٪</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>⁨%1⁩ (وأيضًا ⁨%2⁩)</translation>
    </message>
    <message>
        <source>%1 was changed in the meantime. Try again.</source>
        <translation>تغيّر ⁨%1⁩ في هذه الأثناء. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>%1 is managed elsewhere: Nova may not write it. Change it at its source.</source>
        <translation>يُدار ⁨%1⁩ من مكان آخر: لا يجوز لـ Nova أن يكتبه. غيّره في مصدره.</translation>
    </message>
    <message>
        <source>%1 has errors. Mend them first.</source>
        <translation>في ⁨%1⁩ أخطاء. أصلحها أولًا.</translation>
    </message>
    <message>
        <source>%1 is being read.</source>
        <translation>تجري قراءة ⁨%1⁩.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>لا يمكن قراءة ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Task %1 is waiting</source>
        <translation>المهمة ⁨%1⁩ تنتظر</translation>
    </message>
    <message>
        <source>Task %1 is running</source>
        <translation>المهمة ⁨%1⁩ تعمل</translation>
    </message>
    <message>
        <source>Task %1 is done</source>
        <translation>المهمة ⁨%1⁩ اكتملت</translation>
    </message>
    <message>
        <source>Task %1 failed</source>
        <translation>المهمة ⁨%1⁩ فشلت</translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <translation>المهمة ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 waiting · %2 running · %3 done</source>
        <translation>منتظرة: ⁨%1⁩ · عاملة: ⁨%2⁩ · مكتملة: ⁨%3⁩</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>فاشلة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Tasks: %1</source>
        <translation>المهام: ⁨%1⁩</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>كلمة واحدة</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>الكلمات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>about 1 token</source>
        <translation>نحو رمز واحد</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>الرموز تقريبًا: ⁨%1⁩</translation>
    </message>
    <message>
        <source>1 character</source>
        <translation>محرف واحد</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>المحارف: ⁨%1⁩</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>سطر واحد</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>الأسطر: ⁨%1⁩</translation>
    </message>
    <message>
        <source>by the API</source>
        <translation>عبر الواجهة البرمجية</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>على ⁨%1⁩</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>في الملف</translation>
    </message>
    <message>
        <source>1 line added</source>
        <translation>أُضيف سطر واحد</translation>
    </message>
    <message>
        <source>%1 lines added</source>
        <translation>أسطر مضافة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>1 line removed</source>
        <translation>أُزيل سطر واحد</translation>
    </message>
    <message>
        <source>%1 lines removed</source>
        <translation>أسطر مُزالة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1, %2 removed</source>
        <translation>⁨%1⁩، مُزالة: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>⁨%1⁩ و⁨%2⁩</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>⁨%1⁩ و⁨%2⁩ و⁨%3⁩</translation>
    </message>
    <message>
        <source>%1, %2 and %3 more</source>
        <translation>⁨%1⁩ و⁨%2⁩ وغيرهما (⁨%3⁩)</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>بايت واحد</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>البايتات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>قبل دقيقة</translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation>قبل ⁨%1⁩ د</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>اليوم ⁨%1⁩</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <translation>أمس ⁨%1⁩</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>جارٍ الاتصال بـ %1</translation>
    </message>
    <message>
        <source>%1 does not let this window in</source>
        <translation>لا يسمح %1 لهذه النافذة بالدخول</translation>
    </message>
    <message>
        <source>%1 cannot be reached since %2</source>
        <translation>لا يمكن الوصول إلى %1 منذ %2</translation>
    </message>
    <message>
        <source>%1. Nothing can be changed there now.</source>
        <translation>%1. لا يمكن تغيير شيء هناك الآن.</translation>
    </message>
</context>
<context>
    <name>nova::ConnectionsModel</name>
    <message>
        <source>connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>يتصل</translation>
    </message>
    <message>
        <source>wants a token</source>
        <translation>يطلب رمزًا</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>لا يمكن الوصول إليه</translation>
    </message>
    <message>
        <source>What is shown is as it was then, and nothing can be changed.</source>
        <translation>المعروض هو ما كان حينها، ولا يمكن تغيير شيء.</translation>
    </message>
    <message>
        <source>Tried again in 1 second.</source>
        <translation>محاولة جديدة بعد ثانية واحدة.</translation>
    </message>
    <message>
        <source>Tried again in %1 seconds.</source>
        <translation>الثواني حتى المحاولة الجديدة: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>The token is kept until Nova Settings ends: %1</source>
        <translation>يبقى الرمز محفوظًا حتى ينتهي Nova Settings: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>nova::DesktopApp</name>
    <message>
        <source>Nova Settings</source>
        <translation>Nova Settings</translation>
    </message>
</context>
<context>
    <name>nova::DiffModel</name>
    <message>
        <source>Line %1, the same: %2</source>
        <translation>السطر ⁨%1⁩، كما هو: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Line %1, changed from: %2, to: %3</source>
        <translation>السطر ⁨%1⁩، تغيّر من: ⁨%2⁩، إلى: ⁨%3⁩</translation>
    </message>
    <message>
        <source>Line %1, added: %2</source>
        <translation>السطر ⁨%1⁩، أُضيف: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Line %1, removed: %2</source>
        <translation>السطر ⁨%1⁩، أُزيل: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 lines the same</source>
        <translation>أسطر متطابقة: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>nova::EventsModel</name>
    <message>
        <source>1 event</source>
        <translation>حدث واحد</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>الأحداث: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 older let go</source>
        <translation>الأقدم المحذوف: ⁨%1⁩</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>لا جديد</translation>
    </message>
    <message>
        <source>1 new</source>
        <translation>حدث جديد</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>الجديد: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>nova::ExportModel</name>
    <message>
        <source>%1 looks for it in %2.</source>
        <translation>يبحث عنه ⁨%1⁩ في ⁨%2⁩.</translation>
    </message>
    <message>
        <source>%1 of %2 servers</source>
        <translation>الخوادم: ⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>The catalog has errors. Mend them first, so that nothing is left out.</source>
        <translation>في الفهرس أخطاء. أصلحها أولًا حتى لا يُترك شيء.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>نُسخ.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم ⁨%1⁩.</translation>
    </message>
</context>
<context>
    <name>nova::FindingsModel</name>
    <message>
        <source>line %1</source>
        <translation>السطر ⁨%1⁩</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>السطر ⁨%1⁩، العمود ⁨%2⁩</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>خطأ واحد</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>الأخطاء: ⁨%1⁩</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>تحذير واحد</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>التحذيرات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>‏⁨%1⁩، ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>nova::HeaderRows</name>
    <message>
        <source>A header has no name.</source>
        <translation>توجد ترويسة بلا اسم.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>⁨%1⁩ مكرّرة.</translation>
    </message>
    <message>
        <source>%1 has no value. Type it, or remove the header.</source>
        <translation>لا قيمة للترويسة ⁨%1⁩. اكتبها أو أزل الترويسة.</translation>
    </message>
</context>
<context>
    <name>nova::HealthAlerts</name>
    <message>
        <source>%1 is back</source>
        <translation>عاد ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 servers are back: %2</source>
        <translation>عدد الخوادم التي عادت ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Still down: %1.</source>
        <translation>ما زال متوقفًا: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Nothing else is down.</source>
        <translation>لا شيء آخر متوقف.</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>لا يمكن الوصول إلى ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 servers cannot be reached: %2</source>
        <translation>عدد الخوادم التي لا يمكن الوصول إليها ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Open Nova Settings to see why.</source>
        <translation>افتح Nova Settings لمعرفة السبب.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>افحص الآن</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>أعد التشغيل…</translation>
    </message>
    <message>
        <source>Pause for an hour</source>
        <translation>أوقفها ساعة</translation>
    </message>
</context>
<context>
    <name>nova::HealthNotices</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>nova::HistoryModel</name>
    <message>
        <source>since %1</source>
        <translation>منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من ⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>منذ ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>nova::ImportModel</name>
    <message>
        <source>1 was added</source>
        <translation>أُضيف واحد</translation>
    </message>
    <message>
        <source>%1 were added</source>
        <translation>أُضيف: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 can be added</source>
        <translation>يمكن إضافة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>1 is there already</source>
        <translation>واحد موجود من قبل</translation>
    </message>
    <message>
        <source>%1 are there already</source>
        <translation>موجود من قبل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>1 has no place here</source>
        <translation>واحد لا مكان له هنا</translation>
    </message>
    <message>
        <source>%1 have no place here</source>
        <translation>لا مكان له هنا: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>أضف</translation>
    </message>
    <message>
        <source>Add 1 server</source>
        <translation>أضف خادمًا واحدًا</translation>
    </message>
    <message>
        <source>Add %1 servers</source>
        <translation>أضف الخوادم (⁨%1⁩)</translation>
    </message>
    <message>
        <source>The catalog has errors. Nothing can be added until they are mended.</source>
        <translation>في الفهرس أخطاء. لا يمكن إضافة شيء حتى تُصلَح.</translation>
    </message>
    <message>
        <source>The catalog is managed elsewhere: Nova may not write it.</source>
        <translation>يُدار الفهرس من مكان آخر: لا يجوز لـ Nova أن يكتبه.</translation>
    </message>
    <message>
        <source>%1 · cannot be read</source>
        <translation>⁨%1⁩ · لا يمكن قراءته</translation>
    </message>
    <message>
        <source>%1 · 1 server</source>
        <translation>⁨%1⁩ · خادم واحد</translation>
    </message>
    <message>
        <source>%1 · %2 servers</source>
        <translation>⁨%1⁩ · الخوادم: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>السطر ⁨%1⁩، العمود ⁨%2⁩: ⁨%3⁩</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit.</source>
        <translation>استخدم من 1 إلى 64 من الحروف والأرقام والنقاط والشرطات، وابدأ بحرف أو رقم.</translation>
    </message>
    <message>
        <source>There is another server of this name.</source>
        <translation>يوجد خادم آخر بهذا الاسم.</translation>
    </message>
    <message>
        <source>Adding %1 of %2</source>
        <translation>تُجرى إضافة ⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>The catalog was changed meanwhile. Look at it and add the rest.</source>
        <translation>تغيّر الفهرس في هذه الأثناء. انظر إليه ثم أضف الباقي.</translation>
    </message>
    <message>
        <source>1 server was added.</source>
        <translation>أُضيف خادم واحد.</translation>
    </message>
    <message>
        <source>%1 servers were added.</source>
        <translation>الخوادم المضافة: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Nothing was added. %1</source>
        <translation>لم يُضف شيء. ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 of %2 were added and stay. %3</source>
        <translation>أُضيف ⁨%1⁩ من ⁨%2⁩ وتبقى. ⁨%3⁩</translation>
    </message>
    <message>
        <source>The catalog is as it was before.</source>
        <translation>الفهرس كما كان من قبل.</translation>
    </message>
    <message>
        <source>It could not be undone. %1</source>
        <translation>تعذّر التراجع. ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1. Nothing can be added until it is back.</source>
        <translation>%1. لا يمكن إضافة شيء حتى يعود.</translation>
    </message>
</context>
<context>
    <name>nova::Notifier</name>
    <message>
        <source>Open Nova Settings</source>
        <translation>افتح Nova Settings</translation>
    </message>
</context>
<context>
    <name>nova::ProblemsModel</name>
    <message>
        <source>line %1, column %2</source>
        <translation>السطر ⁨%1⁩، العمود ⁨%2⁩</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>السطر ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>nova::PromptModel</name>
    <message>
        <source>1 line</source>
        <translation>سطر واحد</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>الأسطر: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>‏⁨%1⁩ · ⁨%2⁩</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>حُفظ ⁨%1⁩</translation>
    </message>
    <message>
        <source>changed %1: %2</source>
        <translation>تغيّر ⁨%1⁩: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>nova::PromptNotices</name>
    <message>
        <source>The prompt changed %1</source>
        <translation>تغيّر الموجّه ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>nova::RestartModel</name>
    <message>
        <source>Restarting %1</source>
        <translation>تجري إعادة تشغيل ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 was restarted in %2.</source>
        <translation>أُعيد تشغيل ⁨%1⁩ خلال ⁨%2⁩.</translation>
    </message>
    <message>
        <source>It took too long and was stopped after %1.</source>
        <translation>استغرق وقتًا طويلًا وأُوقف بعد ⁨%1⁩.</translation>
    </message>
    <message>
        <source>The command was ended from outside after %1.</source>
        <translation>أُنهي الأمر من الخارج بعد ⁨%1⁩.</translation>
    </message>
    <message>
        <source>The command failed after %1 (exit code %2).</source>
        <translation>فشل الأمر بعد ⁨%1⁩ (رمز الخروج ⁨%2⁩).</translation>
    </message>
    <message>
        <source>%1. Nothing was restarted.</source>
        <translation>%1. لم يُعَد تشغيل شيء.</translation>
    </message>
</context>
<context>
    <name>nova::ServerActions</name>
    <message>
        <source>%1 was changed in the meantime. Look at it, then try again.</source>
        <translation>تغيّر ⁨%1⁩ في هذه الأثناء. انظر إليه ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>%1 was removed in the meantime.</source>
        <translation>أُزيل ⁨%1⁩ في هذه الأثناء.</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>عاد ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 is back, as a new entry: the file has changed since</source>
        <translation>عاد ⁨%1⁩ كمدخل جديد: تغيّر الملف منذ ذلك الحين</translation>
    </message>
    <message>
        <source>%1 is back without its headers (%2). Their values are in the backup.</source>
        <translation>عاد ⁨%1⁩ بلا ترويساته (⁨%2⁩). قيمها في النسخة الاحتياطية.</translation>
    </message>
    <message>
        <source>%1 could not be brought back. %2</source>
        <translation>تعذّرت إعادة ⁨%1⁩. ⁨%2⁩</translation>
    </message>
    <message>
        <source>Address of %1 copied</source>
        <translation>نُسخ عنوان ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>nova::ServerDraft</name>
    <message>
        <source>Give it a name.</source>
        <translation>أعطه اسمًا.</translation>
    </message>
    <message>
        <source>Letters, digits, dots, underscores and hyphens, beginning with a letter or digit; 64 at most.</source>
        <translation>حروف وأرقام ونقاط وشرطات، تبدأ بحرف أو رقم؛ 64 على الأكثر.</translation>
    </message>
    <message>
        <source>There is a server of that name already.</source>
        <translation>يوجد خادم بهذا الاسم.</translation>
    </message>
    <message>
        <source>Give the address of its MCP endpoint, such as http://localhost:8002/mcp.</source>
        <translation>أعطِ عنوان نقطة MCP، مثل ⁨http://localhost:8002/mcp⁩.</translation>
    </message>
    <message>
        <source>Whole seconds, or nothing.</source>
        <translation>ثوانٍ صحيحة، أو لا شيء.</translation>
    </message>
</context>
<context>
    <name>nova::ServerForm</name>
    <message>
        <source>This is what you had typed before. It is not saved yet.</source>
        <translation>هذا ما كتبته من قبل. لم يُحفظ بعد.</translation>
    </message>
    <message>
        <source>The values of its headers are not shown and not copied. Type them, or remove the headers.</source>
        <translation>لا تُعرض قيم ترويساته ولا تُنسخ. اكتبها أو أزل الترويسات.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>health address</source>
        <translation>عنوان الفحص</translation>
    </message>
    <message>
        <source>description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>how it is checked</source>
        <translation>طريقة الفحص</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>الفاصل الزمني</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>مهلة الانتظار</translation>
    </message>
    <message>
        <source>service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>الترويسات</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>أُضيف ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>حُفظ ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 is %2 now</source>
        <translation>صار ⁨%1⁩ الآن ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 was removed in the meantime. Saving adds it again, without the headers that were not typed here.</source>
        <translation>أُزيل ⁨%1⁩ في هذه الأثناء. يضيفه الحفظ مجددًا، بلا الترويسات التي لم تُكتب هنا.</translation>
    </message>
    <message>
        <source>%1 was changed in the meantime: %2. What you typed is kept; saving puts it over that.</source>
        <translation>تغيّر ⁨%1⁩ في هذه الأثناء: ⁨%2⁩. ما كتبته باقٍ؛ ويحل محل ذلك عند الحفظ.</translation>
    </message>
</context>
<context>
    <name>nova::ServersModel</name>
    <message>
        <source>toggled %1</source>
        <translation>بُدّل ⁨%1⁩</translation>
    </message>
    <message>
        <source>switched on %1</source>
        <translation>شُغّل ⁨%1⁩</translation>
    </message>
    <message>
        <source>switched off %1</source>
        <translation>أُوقف ⁨%1⁩</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>أُضيف ⁨%1⁩</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>تغيّر ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>‏⁨%1⁩، ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>المشغّل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>واحد يحتاج إليك</translation>
    </message>
    <message>
        <source>%1 need you</source>
        <translation>تحتاج إليك: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>المتوقف: ⁨%1⁩</translation>
    </message>
    <message>
        <source>checked %1</source>
        <translation>فُحص ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>nova::SettingsModel</name>
    <message>
        <source>Changed in the file meanwhile: %1.</source>
        <translation>تغيّر في الملف في هذه الأثناء: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>تغيير واحد</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>التغييرات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>The settings from before stay in force.</source>
        <translation>تبقى الإعدادات السابقة سارية.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>السطر ⁨%1⁩، العمود ⁨%2⁩: ⁨%3⁩</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>تم التراجع.</translation>
    </message>
    <message>
        <source>1 setting changed.</source>
        <translation>تغيّر إعداد واحد.</translation>
    </message>
    <message>
        <source>%1 settings changed.</source>
        <translation>الإعدادات التي تغيّرت: ⁨%1⁩.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link instead.</source>
        <translation>تعذّر فتح متصفح. انسخ الرابط بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Link copied. It works once, within the hour.</source>
        <translation>نُسخ الرابط. يعمل مرة واحدة خلال ساعة.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>نُسخ الرابط.</translation>
    </message>
    <message>
        <source>Start with the desktop</source>
        <translation>البدء مع سطح المكتب</translation>
    </message>
    <message>
        <source>Start Nova when you sign in to this machine.</source>
        <translation>شغّل Nova حين تسجّل الدخول إلى هذا الجهاز.</translation>
    </message>
    <message>
        <source>Set by %1, which goes before the file.</source>
        <translation>يحدده ⁨%1⁩، وهو مقدَّم على الملف.</translation>
    </message>
    <message>
        <source>These belong to %1: its configs/nova.yaml.</source>
        <translation>هذه تخص ⁨%1⁩: ملفه configs/nova.yaml.</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>الأصل: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>nova::StatusModel</name>
    <message>
        <source>loading</source>
        <translation>يُحمَّل</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>مُحمَّل</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>تحذير واحد</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>التحذيرات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>managed elsewhere</source>
        <translation>يُدار من مكان آخر</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>خطأ واحد</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>الأخطاء: ⁨%1⁩</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>مفقود</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>لا يمكن قراءته</translation>
    </message>
    <message>
        <source>looked at every 2 s</source>
        <translation>يُنظر إليه كل ثانيتين</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>‏⁨%1⁩ ⁨%2⁩</translation>
    </message>
    <message>
        <source>Web UI off</source>
        <translation>الويب متوقف</translation>
    </message>
    <message>
        <source>Web UI · 1 client</source>
        <translation>الويب · عميل واحد</translation>
    </message>
    <message>
        <source>Web UI · %1 clients</source>
        <translation>الويب · العملاء: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Redis connected</source>
        <translation>‏Redis متصل</translation>
    </message>
    <message>
        <source>Redis reconnecting</source>
        <translation>‏Redis يعاود الاتصال</translation>
    </message>
    <message>
        <source>Redis off</source>
        <translation>‏Redis متوقف</translation>
    </message>
    <message>
        <source>%1 events wait</source>
        <translation>أحداث منتظرة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 events dropped</source>
        <translation>أحداث مُسقطة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>The last good one stays in force.</source>
        <translation>يبقى آخر نص سليم ساريًا.</translation>
    </message>
    <message>
        <source>The server list has errors.</source>
        <translation>في قائمة الخوادم أخطاء.</translation>
    </message>
    <message>
        <source>The server list is missing.</source>
        <translation>قائمة الخوادم مفقودة.</translation>
    </message>
    <message>
        <source>The server list cannot be read.</source>
        <translation>لا يمكن قراءة قائمة الخوادم.</translation>
    </message>
    <message>
        <source>The prompt has errors.</source>
        <translation>في الموجّه أخطاء.</translation>
    </message>
    <message>
        <source>The prompt is missing.</source>
        <translation>الموجّه مفقود.</translation>
    </message>
    <message>
        <source>The prompt cannot be read.</source>
        <translation>لا يمكن قراءة الموجّه.</translation>
    </message>
    <message>
        <source>What Nova finds out is not kept.</source>
        <translation>ما يكتشفه Nova لا يُحفظ.</translation>
    </message>
</context>
<context>
    <name>nova::TextDraft</name>
    <message>
        <source>The draft was discarded.</source>
        <translation>أُهملت المسودة.</translation>
    </message>
    <message>
        <source>The draft was replaced by the text in the file.</source>
        <translation>حل نص الملف محل المسودة.</translation>
    </message>
    <message>
        <source>%1 was removed while you were editing it.</source>
        <translation>أُزيل ⁨%1⁩ وأنت تحرّره.</translation>
    </message>
    <message>
        <source>%1 was changed while you were editing it.</source>
        <translation>تغيّر ⁨%1⁩ وأنت تحرّره.</translation>
    </message>
    <message>
        <source>The text is being read.</source>
        <translation>تجري قراءة النص.</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text, so it cannot be edited here. Mend it in another editor, or go back to an earlier text.</source>
        <translation>ليس ⁨%1⁩ نصًا بترميز UTF-8، فلا يمكن تحريره هنا. أصلحه في محرر آخر، أو عد إلى نص سابق.</translation>
    </message>
    <message>
        <source>%1 is managed elsewhere: Nova may not write it. Change it at its source.</source>
        <translation>يُدار ⁨%1⁩ من مكان آخر: لا يجوز لـ Nova أن يكتبه. غيّره في مصدره.</translation>
    </message>
    <message>
        <source>%1. What you typed is kept, and can be saved when it is back.</source>
        <translation>%1. ما كتبته محفوظ هنا ويمكن حفظه عند عودته.</translation>
    </message>
    <message>
        <source>%1. The text can be changed when it is back.</source>
        <translation>%1. يمكن تغيير النص عند عودته.</translation>
    </message>
</context>
<context>
    <name>nova::ToggleQueue</name>
    <message>
        <source>%1 was removed in the meantime.</source>
        <translation>أُزيل ⁨%1⁩ في هذه الأثناء.</translation>
    </message>
    <message>
        <source>%1 has another address now. Look at it, then try again.</source>
        <translation>صار للخادم ⁨%1⁩ عنوان آخر. انظر إليه ثم حاول مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>nova::Tray</name>
    <message>
        <source>Open Nova Settings</source>
        <translation>افتح Nova Settings</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>أوقف الإشعارات مؤقتًا</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>لساعة</translation>
    </message>
    <message>
        <source>For eight hours</source>
        <translation>لثماني ساعات</translation>
    </message>
    <message>
        <source>Until I resume them</source>
        <translation>حتى أستأنفها</translation>
    </message>
    <message>
        <source>Resume notifications (paused until %1)</source>
        <translation>استأنف الإشعارات (متوقفة حتى ⁨%1⁩)</translation>
    </message>
    <message>
        <source>Resume notifications</source>
        <translation>استأنف الإشعارات</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>‏⁨%1⁩ · ⁨%2⁩</translation>
    </message>
    <message>
        <source>Nova Settings</source>
        <translation>Nova Settings</translation>
    </message>
    <message>
        <source>Nova Settings: %1</source>
        <translation>‏Nova Settings: ⁨%1⁩</translation>
    </message>
    <message>
        <source>No server that is on can be used.</source>
        <translation>لا يمكن استخدام أي خادم مشغّل.</translation>
    </message>
    <message>
        <source>Needs you: %1</source>
        <translation>يحتاج إليك: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Need you: %1</source>
        <translation>تحتاج إليك: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Redis is away: other machines are not heard.</source>
        <translation>انقطع Redis: لا يُسمع من الأجهزة الأخرى.</translation>
    </message>
    <message>
        <source>No servers</source>
        <translation>لا خوادم</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>nova::VersionsModel</name>
    <message>
        <source>replaced in a window</source>
        <translation>استُبدل في نافذة</translation>
    </message>
    <message>
        <source>replaced by the API</source>
        <translation>استُبدل عبر الواجهة البرمجية</translation>
    </message>
    <message>
        <source>replaced in the file</source>
        <translation>استُبدل في الملف</translation>
    </message>
    <message>
        <source>replaced from another machine</source>
        <translation>استُبدل من جهاز آخر</translation>
    </message>
    <message>
        <source>replaced by an earlier text</source>
        <translation>استُبدل بنص سابق</translation>
    </message>
    <message>
        <source>found after a crash</source>
        <translation>وُجد بعد انهيار</translation>
    </message>
    <message>
        <source>The text replaced %1 is the current one again.</source>
        <translation>النص الذي استُبدل ⁨%1⁩ هو الحالي من جديد.</translation>
    </message>
    <message>
        <source>The restore was taken back.</source>
        <translation>أُلغيت الاستعادة.</translation>
    </message>
    <message>
        <source>The file has changed since. Nothing was restored.</source>
        <translation>تغيّر الملف منذ ذلك الحين. لم يُستعد شيء.</translation>
    </message>
    <message>
        <source>The file holds this text already.</source>
        <translation>هذا النص موجود في الملف من قبل.</translation>
    </message>
</context>
</TS>
