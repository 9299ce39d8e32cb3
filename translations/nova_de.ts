<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>Tab writes blanks. Escape and then Tab leaves the text.</source>
        <translation>Tab schreibt Leerzeichen. Escape und dann Tab verlässt den Text.</translation>
    </message>
</context>
<context>
    <name>ConfigurationPage</name>
    <message>
        <source>Config</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>What is shown of the configuration</source>
        <translation>Was von der Konfiguration zu sehen ist</translation>
    </message>
    <message>
        <source>Edit •</source>
        <translation>Ändern •</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Text of the configuration</source>
        <translation>Text der Konfiguration</translation>
    </message>
    <message>
        <source>The configuration</source>
        <translation>Die Konfiguration</translation>
    </message>
    <message>
        <source>The configuration is saved.</source>
        <translation>Die Konfiguration ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>ConflictBanner</name>
    <message>
        <source>%1 Your draft is not saved yet.</source>
        <translation>%1 Der Entwurf ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>The draft stays; saving it replaces what is in the file now.</source>
        <translation>Der Entwurf bleibt; beim Speichern ersetzt er, was jetzt in der Datei steht.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Den anderen nehmen</translation>
    </message>
    <message>
        <source>The text of the file takes the place of the draft. Undo brings the draft back.</source>
        <translation>Der Text der Datei tritt an die Stelle des Entwurfs. „Rückgängig“ holt den Entwurf zurück.</translation>
    </message>
    <message>
        <source>Back to the draft</source>
        <translation>Zurück zum Entwurf</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Show another Nova</source>
        <translation>Anderes Nova zeigen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The window then shows the servers, the prompt and the events of that machine. Nova here goes on as it is.</source>
        <translation>Das Fenster zeigt dann die Server, den Prompt und die Ereignisse jenes Rechners. Nova läuft hier weiter wie bisher.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>“nova-settingsd token” prints it on that machine.</source>
        <translation>„nova-settingsd token“ gibt es auf jenem Rechner aus.</translation>
    </message>
    <message>
        <source>Keep the token in this system&apos;s secret store</source>
        <translation>Token im Passwortspeicher dieses Systems ablegen</translation>
    </message>
</context>
<context>
    <name>ConnectionButton</name>
    <message>
        <source>Shown: %1</source>
        <translation>Gezeigt wird: %1</translation>
    </message>
    <message>
        <source>Another Nova…</source>
        <translation>Anderes Nova…</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ConnectionEntry</name>
    <message>
        <source>shown</source>
        <translation>aktiv</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details of %1</source>
        <translation>Einzelheiten zu %1</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Wird neu gestartet…</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>MCP %1</source>
        <translation>MCP %1</translation>
    </message>
    <message>
        <source>Answered in</source>
        <translation>Antwort nach</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Last well</source>
        <translation>Zuletzt gut</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>Anders gesagt</translation>
    </message>
    <message>
        <source>How it has been</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>Ausfälle</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>The two texts are the same.</source>
        <translation>Die beiden Texte sind gleich.</translation>
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
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>… 1 line the same</source>
        <translation>… 1 gleiche Zeile</translation>
    </message>
    <message>
        <source>… %1 lines the same</source>
        <translation>… %1 gleiche Zeilen</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 in der Liste</translation>
    </message>
</context>
<context>
    <name>DraftActions</name>
    <message>
        <source>Validate</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichert</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>Der Entwurf</translation>
    </message>
</context>
<context>
    <name>DraftNotes</name>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
</context>
<context>
    <name>DraftToast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>EventPane</name>
    <message>
        <source>Details of the event</source>
        <translation>Einzelheiten des Ereignisses</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Gemeldet von</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The event as JSON</source>
        <translation>Das Ereignis als JSON</translation>
    </message>
    <message>
        <source>This is the beginning. Copy takes all of it.</source>
        <translation>Das ist der Anfang. „Kopieren“ nimmt alles.</translation>
    </message>
    <message>
        <source>What is known of the event</source>
        <translation>Was über das Ereignis bekannt ist</translation>
    </message>
</context>
<context>
    <name>EventRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
        <translation>Das Ereignis ist als JSON kopiert.</translation>
    </message>
    <message>
        <source>1 event is copied as JSON.</source>
        <translation>1 Ereignis ist als JSON kopiert.</translation>
    </message>
    <message>
        <source>%1 events are copied as JSON.</source>
        <translation>%1 Ereignisse sind als JSON kopiert.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Filter the events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Copy all that are shown as JSON</source>
        <translation>Alle gezeigten als JSON kopieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Nur zeigen</translation>
    </message>
    <message>
        <source>Switched</source>
        <translation>Umgeschaltet</translation>
    </message>
    <message>
        <source>Prompt saved</source>
        <translation>Prompt gespeichert</translation>
    </message>
    <message>
        <source>Configuration checked</source>
        <translation>Konfiguration geprüft</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>Angehalten · %1</translation>
    </message>
    <message>
        <source>What happened earlier cannot be shown: %1</source>
        <translation>Was früher geschah, kann nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>%1 new above</source>
        <translation>%1 neue oben</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Kein Ereignis passt</translation>
    </message>
    <message>
        <source>The filter looks at names, words and sources, and at the kinds that are chosen above.</source>
        <translation>Der Filter sucht in Namen, Wörtern und Quellen und in den Arten, die oben gewählt sind.</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Alle Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Switch a server or save a file: it shows here at once. Other programs can tell of their tasks over the API:</source>
        <translation>Schalte einen Server um oder speichere eine Datei: Das erscheint hier sofort. Andere Programme können ihre Aufgaben über die API melden:</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 in der Liste</translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (aus)</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export servers</source>
        <translation>Server exportieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Program to export for</source>
        <translation>Programm, für das exportiert wird</translation>
    </message>
    <message>
        <source>Servers to export</source>
        <translation>Server, die exportiert werden</translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>No server is chosen.</source>
        <translation>Kein Server ist gewählt.</translation>
    </message>
    <message>
        <source>%1 Nova does not write into the files of other programs: copy it there, or save it as a file of its own.</source>
        <translation>%1 Nova schreibt nicht in die Dateien anderer Programme: Kopiere es dorthin, oder speichere es als eigene Datei.</translation>
    </message>
    <message>
        <source>Path of the new file</source>
        <translation>Pfad der neuen Datei</translation>
    </message>
    <message>
        <source>~/servers.json</source>
        <translation>~/server.json</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 in der Liste</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter   /</source>
        <translation>Filtern   /</translation>
    </message>
    <message>
        <source>Filter the servers</source>
        <translation>Server filtern</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Zurück (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Weiter (F3)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß/klein</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>Schließen (Escape)</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 in der Liste</translation>
    </message>
</context>
<context>
    <name>FormHeader</name>
    <message>
        <source>Name of the header</source>
        <translation>Name der Kopfzeile</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Remove the header %1</source>
        <translation>Kopfzeile %1 entfernen</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>is restarted</source>
        <translation>wird neu gestartet</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>MCP %1</source>
        <translation>MCP %1</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Wird neu gestartet…</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Health of the servers</source>
        <translation>Zustand der Server</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nichts ist zu klären</translation>
    </message>
    <message>
        <source>Every server is on</source>
        <translation>Alle Server sind an</translation>
    </message>
    <message>
        <source>No server works just now</source>
        <translation>Gerade funktioniert kein Server</translation>
    </message>
    <message>
        <source>“All” shows what keeps them from it.</source>
        <translation>„Alle“ zeigt, was sie daran hindert.</translation>
    </message>
    <message>
        <source>“All” shows every server.</source>
        <translation>„Alle“ zeigt jeden Server.</translation>
    </message>
    <message>
        <source>No servers yet</source>
        <translation>Noch keine Server</translation>
    </message>
    <message>
        <source>Add one to %1 and save the file. How it is shows here within seconds.</source>
        <translation>Trage einen in %1 ein, und speichere die Datei. Sein Zustand erscheint hier binnen Sekunden.</translation>
    </message>
    <message>
        <source>How its servers are shows here as soon as the connection is there.</source>
        <translation>Wie es seinen Servern geht, steht hier, sobald die Verbindung da ist.</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 in der Liste</translation>
    </message>
</context>
<context>
    <name>HistoryFacts</name>
    <message>
        <source>Up, 24 hours</source>
        <translation>Gut, 24 Stunden</translation>
    </message>
    <message>
        <source>Up, 30 days</source>
        <translation>Gut, 30 Tage</translation>
    </message>
    <message>
        <source>Usually within</source>
        <translation>Meist in</translation>
    </message>
    <message>
        <source>Half of the answers of the last 24 hours (p50)</source>
        <translation>Die Hälfte der Antworten der letzten 24 Stunden (p50)</translation>
    </message>
    <message>
        <source>Nearly always</source>
        <translation>Fast immer in</translation>
    </message>
    <message>
        <source>95 of 100 answers of the last 24 hours (p95)</source>
        <translation>95 von 100 Antworten der letzten 24 Stunden (p95)</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import servers</source>
        <translation>Server importieren</translation>
    </message>
    <message>
        <source>Import from %1</source>
        <translation>Aus %1 importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Another source</source>
        <translation>Andere Quelle</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>Die Liste ist leer.</translation>
    </message>
    <message>
        <source>Servers that were read</source>
        <translation>Server, die gelesen wurden</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 in der Liste</translation>
    </message>
</context>
<context>
    <name>ImportDrop</name>
    <message>
        <source>Drop it here to see which servers it would add</source>
        <translation>Hier ablegen, um zu sehen, welche Server dazukämen</translation>
    </message>
</context>
<context>
    <name>ImportRow</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>schon da</translation>
    </message>
    <message>
        <source>no place here</source>
        <translation>hier kein Platz</translation>
    </message>
    <message>
        <source>will be added</source>
        <translation>wird hinzugefügt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>bleibt weg</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Name of %1 in the catalog</source>
        <translation>Name von %1 im Katalog</translation>
    </message>
    <message>
        <source>From the project %1.</source>
        <translation>Aus dem Projekt %1.</translation>
    </message>
</context>
<context>
    <name>ImportSources</name>
    <message>
        <source>Nova reads the lists of Claude Desktop, Claude Code, Cursor and VS Code. You see what would be added first; their files stay as they are.</source>
        <translation>Nova liest die Listen von Claude Desktop, Claude Code, Cursor und VS Code. Zuerst siehst du, was dazukäme; deren Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Looking for their files…</source>
        <translation>Ihre Dateien werden gesucht…</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Auf diesem Rechner gefunden</translation>
    </message>
    <message>
        <source>None of their files was found on this computer.</source>
        <translation>Keine ihrer Dateien ist auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Text or another file</source>
        <translation>Text oder eine andere Datei</translation>
    </message>
    <message>
        <source>{ &quot;mcpServers&quot;: { … } }</source>
        <translation>{ &quot;mcpServers&quot;: { … } }</translation>
    </message>
    <message>
        <source>Servers as JSON</source>
        <translation>Server als JSON</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>Text lesen</translation>
    </message>
    <message>
        <source>Path of a file</source>
        <translation>Pfad einer Datei</translation>
    </message>
    <message>
        <source>~/project/.mcp.json</source>
        <translation>~/projekt/.mcp.json</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>KeysHelp</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>filter the servers or the events</source>
        <translation>die Server oder die Ereignisse filtern</translation>
    </message>
    <message>
        <source>j  k  ↓  ↑</source>
        <translation>j  k  ↓  ↑</translation>
    </message>
    <message>
        <source>through the list</source>
        <translation>durch die Liste</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>switch on or off</source>
        <translation>ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>open the details, Escape closes them</source>
        <translation>Einzelheiten öffnen, Escape schließt sie</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>check the server now</source>
        <translation>den Server jetzt prüfen</translation>
    </message>
    <message>
        <source>Shift+R</source>
        <translation>Umschalt+R</translation>
    </message>
    <message>
        <source>restart its service</source>
        <translation>seinen Dienst neu starten</translation>
    </message>
    <message>
        <source>a  e  d</source>
        <translation>a  e  d</translation>
    </message>
    <message>
        <source>add, edit, duplicate a server</source>
        <translation>einen Server hinzufügen, bearbeiten, verdoppeln</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>remove it; Ctrl+Z brings it back</source>
        <translation>ihn entfernen; Strg+Z holt ihn zurück</translation>
    </message>
    <message>
        <source>Alt+↑  Alt+↓</source>
        <translation>Alt+↑  Alt+↓</translation>
    </message>
    <message>
        <source>move it in the file</source>
        <translation>ihn in der Datei verschieben</translation>
    </message>
    <message>
        <source>Ctrl+I  Ctrl+Shift+E</source>
        <translation>Strg+I  Strg+Umschalt+E</translation>
    </message>
    <message>
        <source>import and export servers</source>
        <translation>Server importieren und exportieren</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Strg+V</translation>
    </message>
    <message>
        <source>import what was copied elsewhere</source>
        <translation>importieren, was anderswo kopiert wurde</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>read or edit the prompt</source>
        <translation>den Prompt lesen oder bearbeiten</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>save what was edited, apply settings</source>
        <translation>Bearbeitetes speichern, Einstellungen anwenden</translation>
    </message>
    <message>
        <source>Ctrl+F  F3</source>
        <translation>Strg+F  F3</translation>
    </message>
    <message>
        <source>find, and the next place</source>
        <translation>suchen, und die nächste Stelle</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>the next mistake</source>
        <translation>der nächste Fehler</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation>Strg+Umschalt+V</translation>
    </message>
    <message>
        <source>validate the configuration</source>
        <translation>die Konfiguration prüfen</translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+6</source>
        <translation>Strg+1 … Strg+6</translation>
    </message>
    <message>
        <source>the pages, from Servers to Settings</source>
        <translation>die Seiten, von Server bis Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Strg+W</translation>
    </message>
    <message>
        <source>close the window</source>
        <translation>das Fenster schließen</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Strg+Q</translation>
    </message>
    <message>
        <source>end Nova Settings</source>
        <translation>Nova Settings beenden</translation>
    </message>
    <message>
        <source>p  c  Shift+C</source>
        <translation>p  c  Umschalt+C</translation>
    </message>
    <message>
        <source>pause the events, copy one or all</source>
        <translation>Ereignisse anhalten, eines oder alle kopieren</translation>
    </message>
    <message>
        <source>Escape, Tab</source>
        <translation>Esc, Tab</translation>
    </message>
    <message>
        <source>leave a text that is edited</source>
        <translation>einen Text verlassen, der bearbeitet wird</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>diese Liste</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LatencyBar</name>
    <message>
        <source>The last 6 hours, a column for 15 minutes. The higher, the slower it answered; %1 ms fills it. Cut in the middle: it was down.</source>
        <translation>Die letzten 6 Stunden, eine Säule für 15 Minuten. Je höher, desto langsamer die Antwort; %1 ms füllen sie. In der Mitte durchtrennt: ausgefallen.</translation>
    </message>
</context>
<context>
    <name>LinkBanner</name>
    <message>
        <source>Enter the token</source>
        <translation>Token eingeben</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
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
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>PromptPage</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>What is shown of the prompt</source>
        <translation>Was vom Prompt zu sehen ist</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Edit •</source>
        <translation>Ändern •</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>The prompt is empty</source>
        <translation>Der Prompt ist leer</translation>
    </message>
    <message>
        <source>There is no prompt to show</source>
        <translation>Es gibt keinen Prompt zu zeigen</translation>
    </message>
    <message>
        <source>Write it in %1 with any editor. Every save shows here at once.</source>
        <translation>Schreibe ihn in %1 mit einem beliebigen Editor. Jedes Speichern erscheint hier sofort.</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>Text des Prompts</translation>
    </message>
    <message>
        <source>How the prompt will look</source>
        <translation>Wie der Prompt aussehen wird</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>Der Prompt</translation>
    </message>
    <message>
        <source>The prompt is saved.</source>
        <translation>Der Prompt ist gespeichert.</translation>
    </message>
    <message>
        <source>The prompt is not here yet</source>
        <translation>Der Prompt ist noch nicht da</translation>
    </message>
    <message>
        <source>It shows as soon as the connection is there.</source>
        <translation>Er erscheint, sobald die Verbindung da ist.</translation>
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
        <translation>Server</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>%1, 1 needs you</source>
        <translation>%1, 1 zu klären</translation>
    </message>
    <message>
        <source>%1, %2 need you</source>
        <translation>%1, %2 zu klären</translation>
    </message>
</context>
<context>
    <name>RedisTest</name>
    <message>
        <source>Trying…</source>
        <translation>Versucht…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Tries the address of Redis as it is written</source>
        <translation>Versucht die Adresse von Redis, wie sie dasteht</translation>
    </message>
</context>
<context>
    <name>RestartDialog</name>
    <message>
        <source>Nova runs “docker compose restart %1” where Nova runs, or what the setting restart.command has instead.</source>
        <translation>Nova führt „docker compose restart %1“ dort aus, wo Nova läuft, oder was die Einstellung restart.command stattdessen nennt.</translation>
    </message>
    <message>
        <source>%1 will not answer until it is up again. What agents ask meanwhile fails.</source>
        <translation>%1 antwortet nicht, bis es wieder läuft. Was Agenten so lange fragen, schlägt fehl.</translation>
    </message>
    <message>
        <source>If it takes longer than 60 s, the command is stopped. No file is changed.</source>
        <translation>Dauert es länger als 60 s, wird der Befehl abgebrochen. Keine Datei wird geändert.</translation>
    </message>
    <message>
        <source>You can close this; it goes on, and Restart comes back to it.</source>
        <translation>Das hier darf zu; es läuft weiter, und „Neu starten“ führt wieder her.</translation>
    </message>
    <message>
        <source>What it wrote is below. The server may be as it was before.</source>
        <translation>Was es geschrieben hat, steht unten. Vielleicht ist der Server wie zuvor.</translation>
    </message>
    <message>
        <source>%1: asked closely until all is well again.</source>
        <translation>%1: wird dicht geprüft, bis alles wieder gut ist.</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>%1 neu starten?</translation>
    </message>
    <message>
        <source>It has written nothing yet.</source>
        <translation>Es hat noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>What the command wrote</source>
        <translation>Was der Befehl geschrieben hat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
</context>
<context>
    <name>ServerCommands</name>
    <message>
        <source>Servers are moved where all are shown in the order of the file.</source>
        <translation>Server lassen sich verschieben, wo alle in der Reihenfolge der Datei zu sehen sind.</translation>
    </message>
    <message>
        <source>Show that order</source>
        <translation>Diese Reihenfolge zeigen</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Alt+↑</source>
        <translation>Alt+↑</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Alt+↓</source>
        <translation>Alt+↓</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Not saved. What you typed is kept.</source>
        <translation>Nicht gespeichert. Was du eingegeben hast, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
</context>
<context>
    <name>ServerFormDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 verdoppeln</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>gmail</source>
        <translation>gmail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wozu er da ist</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Geprüft über</translation>
    </message>
    <message>
        <source>MCP, or the health address where it is no MCP</source>
        <translation>MCP, oder die Prüfadresse, wo es kein MCP ist</translation>
    </message>
    <message>
        <source>MCP alone</source>
        <translation>nur MCP</translation>
    </message>
    <message>
        <source>the health address alone</source>
        <translation>nur die Prüfadresse</translation>
    </message>
    <message>
        <source>Health address</source>
        <translation>Prüfadresse</translation>
    </message>
    <message>
        <source>Asked every … seconds</source>
        <translation>Gefragt alle … Sekunden</translation>
    </message>
    <message>
        <source>as in Settings</source>
        <translation>wie in den Einstellungen</translation>
    </message>
    <message>
        <source>Waits … seconds for an answer</source>
        <translation>Wartet … Sekunden auf Antwort</translation>
    </message>
    <message>
        <source>Service of Docker Compose that Restart restarts</source>
        <translation>Dienst in Docker Compose, den „Neu starten“ neu startet</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Keep secrets out of the file: write ${GMAIL_TOKEN}, and Nova takes the value from its environment.</source>
        <translation>Geheimes gehört nicht in die Datei: Schreibe ${GMAIL_TOKEN}, und Nova nimmt den Wert aus seiner Umgebung.</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Kopfzeile hinzufügen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichert…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ServerRow</name>
    <message>
        <source>is restarted</source>
        <translation>wird neu gestartet</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>%1, on, %2</source>
        <translation>%1, an, %2</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1, aus</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>speichert…</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
</context>
<context>
    <name>ServersPage</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Import servers from another program</source>
        <translation>Server aus einem anderen Programm importieren</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Needs you first</source>
        <translation>Dringende zuerst</translation>
    </message>
    <message>
        <source>File order</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Slowest first</source>
        <translation>Langsamste zuerst</translation>
    </message>
    <message>
        <source>No server matches “%1”</source>
        <translation>Kein Server passt zu „%1“</translation>
    </message>
    <message>
        <source>None of the servers is in that state</source>
        <translation>Kein Server ist in diesem Zustand</translation>
    </message>
    <message>
        <source>The filter looks at names, descriptions and addresses. Escape empties it.</source>
        <translation>Der Filter sucht in Namen, Beschreibungen und Adressen. Escape leert ihn.</translation>
    </message>
    <message>
        <source>No servers yet</source>
        <translation>Noch keine Server</translation>
    </message>
    <message>
        <source>There is no server list to show</source>
        <translation>Es gibt keine Serverliste zu zeigen</translation>
    </message>
    <message>
        <source>Add one here, or take over those of another program. They are kept in %1, which you can edit as well.</source>
        <translation>Füge hier einen hinzu, oder übernimm die eines anderen Programms. Sie stehen in %1; auch dort lassen sie sich bearbeiten.</translation>
    </message>
    <message>
        <source>Nova reads %1 again as soon as it changes. A server looks like this:</source>
        <translation>Nova liest %1 neu, sobald sich die Datei ändert. Ein Server sieht so aus:</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Its servers show here as soon as the connection is there.</source>
        <translation>Seine Server erscheinen hier, sobald die Verbindung da ist.</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 in der Liste</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>changed, not applied yet</source>
        <translation>geändert, noch nicht angewendet</translation>
    </message>
    <message>
        <source>Back to the default. %1</source>
        <translation>Zurück zum Standard. %1</translation>
    </message>
    <message>
        <source>%1: back to the default. %2</source>
        <translation>%1: zurück zum Standard. %2</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance and tray</source>
        <translation>Aussehen und Infobereich</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Other machines</source>
        <translation>Andere Rechner</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Files and backups</source>
        <translation>Dateien und Sicherungen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>Eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>Empty, or redis://[user:password@]host[:port][/database], or unix:///path.</source>
        <translation>Leer, oder redis://[benutzer:passwort@]rechner[:port][/datenbank], oder unix:///pfad.</translation>
    </message>
    <message>
        <source>1 to 200 characters.</source>
        <translation>1 bis 200 Zeichen.</translation>
    </message>
    <message>
        <source>An IP address of this machine, or localhost.</source>
        <translation>Eine IP-Adresse dieses Rechners, oder localhost.</translation>
    </message>
    <message>
        <source>It has to be %1.</source>
        <translation>Möglich ist: %1.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light, dark, or as the desktop says.</source>
        <translation>Hell, dunkel, oder wie die Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tell when the prompt changes or a server needs you.</source>
        <translation>Melden, wenn sich der Prompt ändert oder ein Server Hilfe braucht.</translation>
    </message>
    <message>
        <source>Alerts about servers</source>
        <translation>Meldungen über Server</translation>
    </message>
    <message>
        <source>Tell when a server goes down or comes back.</source>
        <translation>Melden, wenn ein Server ausfällt oder zurückkommt.</translation>
    </message>
    <message>
        <source>Silent servers</source>
        <translation>Stille Server</translation>
    </message>
    <message>
        <source>Names of servers of which no alert tells.</source>
        <translation>Namen von Servern, über die nichts gemeldet wird.</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Closing the window leaves Nova in the tray, where there is one.</source>
        <translation>Wird das Fenster geschlossen, bleibt Nova im Infobereich, wo es einen gibt.</translation>
    </message>
    <message>
        <source>Start in the tray</source>
        <translation>Im Infobereich starten</translation>
    </message>
    <message>
        <source>Start without a window, where there is a tray to open it from.</source>
        <translation>Ohne Fenster starten, wo es aus dem Infobereich zu öffnen ist.</translation>
    </message>
    <message>
        <source>Serve the web page</source>
        <translation>Webseite anbieten</translation>
    </message>
    <message>
        <source>For browsers and programs. Everybody needs a link or the token.</source>
        <translation>Für Browser und Programme. Alle brauchen einen Link oder das Token.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>127.0.0.1 is this machine alone; 0.0.0.0 is every network it is in.</source>
        <translation>127.0.0.1 ist nur dieser Rechner; 0.0.0.0 ist jedes Netz, in dem er ist.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>0 takes any free one.</source>
        <translation>0 nimmt einen freien.</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Weitere Namen</translation>
    </message>
    <message>
        <source>Names this machine is called by in the address bar, besides its own.</source>
        <translation>Namen, unter denen dieser Rechner in der Adresszeile steht, neben seinem eigenen.</translation>
    </message>
    <message>
        <source>Other pages that may call</source>
        <translation>Andere Seiten, die zugreifen dürfen</translation>
    </message>
    <message>
        <source>Whole origins, such as https://nova.example.org.</source>
        <translation>Ganze Ursprünge, etwa https://nova.example.org.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>A PEM file for HTTPS; a relative name is beside nova.yaml.</source>
        <translation>Eine PEM-Datei für HTTPS; ein relativer Name gilt neben nova.yaml.</translation>
    </message>
    <message>
        <source>Key of the certificate</source>
        <translation>Schlüssel des Zertifikats</translation>
    </message>
    <message>
        <source>A PEM file without a passphrase.</source>
        <translation>Eine PEM-Datei ohne Passphrase.</translation>
    </message>
    <message>
        <source>File of the token</source>
        <translation>Datei mit dem Token</translation>
    </message>
    <message>
        <source>Empty: a token of Nova&apos;s own, in its state folder.</source>
        <translation>Leer: ein eigenes Token von Nova in seinem Statusordner.</translation>
    </message>
    <message>
        <source>Live clients at most</source>
        <translation>Höchstzahl verbundener Clients</translation>
    </message>
    <message>
        <source>WebSockets at the same time.</source>
        <translation>WebSockets zur gleichen Zeit.</translation>
    </message>
    <message>
        <source>Connections of one machine</source>
        <translation>Verbindungen eines Rechners</translation>
    </message>
    <message>
        <source>0 sets no limit. This machine itself has none.</source>
        <translation>0 setzt keine Grenze. Für diesen Rechner selbst gilt keine.</translation>
    </message>
    <message>
        <source>Shares events with Nova on other machines. Empty: events stay here.</source>
        <translation>Teilt Ereignisse mit Nova auf anderen Rechnern. Leer: Sie bleiben hier.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>The same on all machines that belong together.</source>
        <translation>Derselbe auf allen Rechnern, die zusammengehören.</translation>
    </message>
    <message>
        <source>Seconds between checks</source>
        <translation>Sekunden zwischen Prüfungen</translation>
    </message>
    <message>
        <source>0 checks only when somebody asks.</source>
        <translation>0 prüft nur auf Wunsch.</translation>
    </message>
    <message>
        <source>Seconds to wait for an answer</source>
        <translation>Sekunden Wartezeit auf Antwort</translation>
    </message>
    <message>
        <source>After that a check counts as failed.</source>
        <translation>Danach gilt eine Prüfung als fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Failures until it counts as down</source>
        <translation>Fehlschläge bis zum Ausfall</translation>
    </message>
    <message>
        <source>In a row.</source>
        <translation>Hintereinander.</translation>
    </message>
    <message>
        <source>Checks at the same time</source>
        <translation>Gleichzeitige Prüfungen</translation>
    </message>
    <message>
        <source>At most.</source>
        <translation>Höchstens.</translation>
    </message>
    <message>
        <source>Services that may be restarted</source>
        <translation>Dienste, die neu gestartet werden dürfen</translation>
    </message>
    <message>
        <source>Names from the compose file. None: nothing can be restarted.</source>
        <translation>Namen aus der Compose-Datei. Keine: Nichts kann neu gestartet werden.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Instead of docker compose: the program, then its first arguments.</source>
        <translation>Statt docker compose: das Programm, dann seine ersten Argumente.</translation>
    </message>
    <message>
        <source>Compose file</source>
        <translation>Compose-Datei</translation>
    </message>
    <message>
        <source>Empty: the one in Nova&apos;s folder.</source>
        <translation>Leer: die in Novas Ordner.</translation>
    </message>
    <message>
        <source>Look every two seconds</source>
        <translation>Alle zwei Sekunden nachsehen</translation>
    </message>
    <message>
        <source>For network drives that do not tell of changes.</source>
        <translation>Für Netzlaufwerke, die Änderungen nicht melden.</translation>
    </message>
    <message>
        <source>Milliseconds to wait for more changes</source>
        <translation>Millisekunden Wartezeit auf weitere Änderungen</translation>
    </message>
    <message>
        <source>So that one save is seen once.</source>
        <translation>Damit ein Speichern nur einmal bemerkt wird.</translation>
    </message>
    <message>
        <source>Earlier texts to keep</source>
        <translation>Frühere Texte, die bleiben</translation>
    </message>
    <message>
        <source>Of each file.</source>
        <translation>Von jeder Datei.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What is not written: all below it.</source>
        <translation>Was nicht geschrieben wird: alles darunter.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>JSON for programs, console for reading.</source>
        <translation>JSON für Programme, Konsole zum Lesen.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>High: stronger lines and texts, in both themes.</source>
        <translation>Hoch: kräftigere Linien und Texte, hell wie dunkel.</translation>
    </message>
</context>
<context>
    <name>SettingsBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>SettingsList</name>
    <message>
        <source>No setting is called that.</source>
        <translation>So heißt keine Einstellung.</translation>
    </message>
    <message>
        <source>There are no settings to show.</source>
        <translation>Es gibt keine Einstellungen zu zeigen.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>StateFilter</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Need you</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>StatusItem</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>TasksLine</name>
    <message>
        <source>Tasks: %1, %2</source>
        <translation>Aufgaben: %1, %2</translation>
    </message>
    <message>
        <source>Tasks: %1</source>
        <translation>Aufgaben: %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Unsaved prompt and configuration</source>
        <translation>Prompt und Konfiguration nicht gespeichert</translation>
    </message>
    <message>
        <source>Unsaved prompt</source>
        <translation>Prompt nicht gespeichert</translation>
    </message>
    <message>
        <source>Unsaved configuration</source>
        <translation>Konfiguration nicht gespeichert</translation>
    </message>
    <message>
        <source>There are changes that are not in the file yet. If Nova Settings ends without saving, they are gone.</source>
        <translation>Es gibt Änderungen, die noch nicht in der Datei stehen. Endet Nova Settings ohne zu speichern, sind sie verloren.</translation>
    </message>
    <message>
        <source>There are changes that are not in the file yet, and they cannot be saved as it stands. Stay to see why. If Nova Settings ends now, they are gone.</source>
        <translation>Es gibt Änderungen, die noch nicht in der Datei stehen, und so lassen sie sich nicht speichern. „Bleiben“ zeigt, warum. Endet Nova Settings jetzt, sind sie verloren.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Prompt · %1</source>
        <translation>Prompt · %1</translation>
    </message>
    <message>
        <source>Configuration · %1</source>
        <translation>Konfiguration · %1</translation>
    </message>
    <message>
        <source>Unsaved drafts</source>
        <translation>Ungespeicherte Entwürfe</translation>
    </message>
    <message>
        <source>These are not in their files yet. What belongs to a Nova that is not shown can be saved only there: stay, and show it. If Nova Settings ends now, they are gone.</source>
        <translation>Diese stehen noch nicht in ihren Dateien. Was zu einem Nova gehört, das nicht angezeigt wird, lässt sich nur dort speichern: bleiben und es anzeigen. Endet Nova Settings jetzt, sind sie verloren.</translation>
    </message>
</context>
<context>
    <name>VersionsPane</name>
    <message>
        <source>Earlier texts</source>
        <translation>Frühere Texte</translation>
    </message>
    <message>
        <source>%1, %2, then %3 lines added, %4 removed</source>
        <translation>%1, %2, danach %3 Zeilen hinzugefügt, %4 entfernt</translation>
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
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Replaced %1. Since then %2 lines added, %3 removed.</source>
        <translation>Ersetzt %1. Seither %2 Zeilen hinzugefügt, %3 entfernt.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Stellt wieder her</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Earlier text</source>
        <translation>Früherer Text</translation>
    </message>
    <message>
        <source>Text of now</source>
        <translation>Jetziger Text</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleicht</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>This is the text of now</source>
        <translation>Das ist der jetzige Text</translation>
    </message>
    <message>
        <source>Reading the earlier texts</source>
        <translation>Die früheren Texte werden gelesen</translation>
    </message>
    <message>
        <source>The earlier texts cannot be listed</source>
        <translation>Die früheren Texte lassen sich nicht auflisten</translation>
    </message>
    <message>
        <source>No earlier texts yet</source>
        <translation>Noch keine früheren Texte</translation>
    </message>
    <message>
        <source>Every text that is replaced is kept here, whoever replaced it: this window, an editor, git or the API.</source>
        <translation>Jeder ersetzte Text bleibt hier erhalten, wer auch immer ihn ersetzt hat: dieses Fenster, ein Editor, git oder die API.</translation>
    </message>
    <message>
        <source>Restore the text replaced %1?</source>
        <translation>Den %1 ersetzten Text wiederherstellen?</translation>
    </message>
    <message>
        <source>%1 becomes the text that was replaced %2. The text of now is kept as an earlier text, so you can come back to it.</source>
        <translation>%1 wird zu dem Text, der %2 ersetzt wurde. Der jetzige Text bleibt als früherer erhalten und lässt sich zurückholen.</translation>
    </message>
    <message>
        <source>Your unsaved draft stays as it is. It will be shown as a conflict with the restored text.</source>
        <translation>Der Entwurf, der nicht gespeichert ist, bleibt, wie er ist. Er steht dann im Widerspruch zum wiederhergestellten Text.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 in the list</source>
        <translation>%1 in der Liste</translation>
    </message>
</context>
<context>
    <name>WebAccess</name>
    <message>
        <source>Served at %1</source>
        <translation>Angeboten unter %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opens the web page in the browser, signed in</source>
        <translation>Öffnet die Webseite im Browser, angemeldet</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copies a link that signs in once</source>
        <translation>Kopiert einen Link, der einmal anmeldet</translation>
    </message>
    <message>
        <source>Hide token</source>
        <translation>Token verbergen</translation>
    </message>
    <message>
        <source>Show token</source>
        <translation>Token zeigen</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>The link signs in one browser, within the hour. Programs send the token.</source>
        <translation>Der Link meldet einen Browser an, binnen einer Stunde. Programme senden das Token.</translation>
    </message>
    <message>
        <source>Nobody is asked for the token: --no-auth was given.</source>
        <translation>Niemand wird nach dem Token gefragt: --no-auth wurde angegeben.</translation>
    </message>
</context>
<context>
    <name>nova</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 switched on</source>
        <translation>%1 eingeschaltet</translation>
    </message>
    <message>
        <source>%1 switched off</source>
        <translation>%1 ausgeschaltet</translation>
    </message>
    <message>
        <source>Prompt saved: %1</source>
        <translation>Prompt gespeichert: %1</translation>
    </message>
    <message>
        <source>Prompt saved</source>
        <translation>Prompt gespeichert</translation>
    </message>
    <message>
        <source>%1 has an error and is not in force</source>
        <translation>%1 hat einen Fehler und ist nicht in Kraft</translation>
    </message>
    <message>
        <source>%1 has %2 errors and is not in force</source>
        <translation>%1 hat %2 Fehler und ist nicht in Kraft</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 Warnungen</translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>alles ist gut</translation>
    </message>
    <message>
        <source>%1 checked: %2</source>
        <translation>%1 geprüft: %2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Switched</source>
        <translation>Umgeschaltet</translation>
    </message>
    <message>
        <source>Configuration checked</source>
        <translation>Konfiguration geprüft</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>%1: no details were told</source>
        <translation>%1: ohne Einzelheiten gemeldet</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>Aufbewahrt als</translation>
    </message>
    <message>
        <source>has news</source>
        <translation>hat Neuigkeiten</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>is off</source>
        <translation>ist aus</translation>
    </message>
    <message>
        <source>is being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is being restarted</source>
        <translation>%1 wird neu gestartet</translation>
    </message>
    <message>
        <source>%1 was restarted</source>
        <translation>%1 wurde neu gestartet</translation>
    </message>
    <message>
        <source>The restart of %1 failed</source>
        <translation>Der Neustart von %1 schlug fehl</translation>
    </message>
    <message>
        <source>Redis is connected</source>
        <translation>Redis ist verbunden</translation>
    </message>
    <message>
        <source>Redis is lost; Nova tries again by itself</source>
        <translation>Redis ist weg; Nova versucht es von selbst weiter</translation>
    </message>
    <message>
        <source>Redis is off</source>
        <translation>Redis ist aus</translation>
    </message>
    <message>
        <source> since %1</source>
        <translation> seit %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>no answer just now</source>
        <translation>gerade keine Antwort</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>not well</source>
        <translation>nicht in Ordnung</translation>
    </message>
    <message>
        <source>refuses the credentials</source>
        <translation>lehnt die Zugangsdaten ab</translation>
    </message>
    <message>
        <source>wants credentials</source>
        <translation>verlangt Zugangsdaten</translation>
    </message>
    <message>
        <source>speaks another version of MCP</source>
        <translation>spricht eine andere Version von MCP</translation>
    </message>
    <message>
        <source>is no MCP server</source>
        <translation>ist kein MCP-Server</translation>
    </message>
    <message>
        <source>misses a variable</source>
        <translation>vermisst eine Variable</translation>
    </message>
    <message>
        <source>is not set up right</source>
        <translation>ist nicht richtig eingerichtet</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>1 tool</source>
        <translation>1 Werkzeug</translation>
    </message>
    <message>
        <source>%1 tools</source>
        <translation>%1 Werkzeuge</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (und %2 weitere)</translation>
    </message>
    <message>
        <source>%1 was changed in the meantime. Try again.</source>
        <translation>%1 wurde inzwischen geändert. Versuche es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is managed elsewhere: Nova may not write it. Change it at its source.</source>
        <translation>%1 wird anderswo verwaltet: Nova darf nicht hineinschreiben. Ändere es an seiner Quelle.</translation>
    </message>
    <message>
        <source>%1 has errors. Mend them first.</source>
        <translation>%1 hat Fehler. Behebe sie zuerst.</translation>
    </message>
    <message>
        <source>%1 is being read.</source>
        <translation>%1 wird gelesen.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Task %1 is waiting</source>
        <translation>Aufgabe %1 wartet</translation>
    </message>
    <message>
        <source>Task %1 is running</source>
        <translation>Aufgabe %1 läuft</translation>
    </message>
    <message>
        <source>Task %1 is done</source>
        <translation>Aufgabe %1 ist erledigt</translation>
    </message>
    <message>
        <source>Task %1 failed</source>
        <translation>Aufgabe %1 schlug fehl</translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <translation>Aufgabe %1: %2</translation>
    </message>
    <message>
        <source>%1 waiting · %2 running · %3 done</source>
        <translation>%1 warten · %2 laufen · %3 erledigt</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Tasks: %1</source>
        <translation>Aufgaben: %1</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 Wörter</translation>
    </message>
    <message>
        <source>about 1 token</source>
        <translation>etwa 1 Token</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>etwa %1 Token</translation>
    </message>
    <message>
        <source>1 character</source>
        <translation>1 Zeichen</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>by the API</source>
        <translation>über die API</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>in der Datei</translation>
    </message>
    <message>
        <source>1 line added</source>
        <translation>1 Zeile hinzugefügt</translation>
    </message>
    <message>
        <source>%1 lines added</source>
        <translation>%1 Zeilen hinzugefügt</translation>
    </message>
    <message>
        <source>1 line removed</source>
        <translation>1 Zeile entfernt</translation>
    </message>
    <message>
        <source>%1 lines removed</source>
        <translation>%1 Zeilen entfernt</translation>
    </message>
    <message>
        <source>%1, %2 removed</source>
        <translation>%1, %2 entfernt</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1, %2 und %3</translation>
    </message>
    <message>
        <source>%1, %2 and %3 more</source>
        <translation>%1, %2 und %3 weitere</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>vor 1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation>vor %1 Minuten</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <translation>gestern um %1</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbindung zu %1 wird hergestellt</translation>
    </message>
    <message>
        <source>%1 does not let this window in</source>
        <translation>%1 lässt dieses Fenster nicht herein</translation>
    </message>
    <message>
        <source>%1 cannot be reached since %2</source>
        <translation>%1 ist seit %2 nicht erreichbar</translation>
    </message>
    <message>
        <source>%1. Nothing can be changed there now.</source>
        <translation>%1. Dort lässt sich jetzt nichts ändern.</translation>
    </message>
</context>
<context>
    <name>nova::ConnectionsModel</name>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>wants a token</source>
        <translation>braucht ein Token</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>What is shown is as it was then, and nothing can be changed.</source>
        <translation>Gezeigt wird der Stand von damals; ändern lässt sich nichts.</translation>
    </message>
    <message>
        <source>Tried again in 1 second.</source>
        <translation>Neuer Versuch in 1 Sekunde.</translation>
    </message>
    <message>
        <source>Tried again in %1 seconds.</source>
        <translation>Neuer Versuch in %1 Sekunden.</translation>
    </message>
    <message>
        <source>The token is kept until Nova Settings ends: %1</source>
        <translation>Das Token wird behalten, bis Nova Settings endet: %1</translation>
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
        <translation>Zeile %1, gleich: %2</translation>
    </message>
    <message>
        <source>Line %1, changed from: %2, to: %3</source>
        <translation>Zeile %1, geändert von: %2, in: %3</translation>
    </message>
    <message>
        <source>Line %1, added: %2</source>
        <translation>Zeile %1, hinzugefügt: %2</translation>
    </message>
    <message>
        <source>Line %1, removed: %2</source>
        <translation>Zeile %1, entfernt: %2</translation>
    </message>
    <message>
        <source>%1 lines the same</source>
        <translation>%1 gleiche Zeilen</translation>
    </message>
</context>
<context>
    <name>nova::EventsModel</name>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 older let go</source>
        <translation>%1 ältere entfallen</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>nichts Neues</translation>
    </message>
    <message>
        <source>1 new</source>
        <translation>1 neues</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neue</translation>
    </message>
</context>
<context>
    <name>nova::ExportModel</name>
    <message>
        <source>%1 looks for it in %2.</source>
        <translation>%1 sucht es in %2.</translation>
    </message>
    <message>
        <source>%1 of %2 servers</source>
        <translation>%1 von %2 Servern</translation>
    </message>
    <message>
        <source>The catalog has errors. Mend them first, so that nothing is left out.</source>
        <translation>Der Katalog hat Fehler. Behebe sie zuerst, damit nichts ausgelassen wird.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>nova::FindingsModel</name>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 Warnungen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>nova::HeaderRows</name>
    <message>
        <source>A header has no name.</source>
        <translation>Eine Kopfzeile hat keinen Namen.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 steht zweimal da.</translation>
    </message>
    <message>
        <source>%1 has no value. Type it, or remove the header.</source>
        <translation>%1 hat keinen Wert. Trage ihn ein, oder entferne die Kopfzeile.</translation>
    </message>
</context>
<context>
    <name>nova::HealthAlerts</name>
    <message>
        <source>%1 is back</source>
        <translation>%1 ist wieder da</translation>
    </message>
    <message>
        <source>%1 servers are back: %2</source>
        <translation>%1 Server sind wieder da: %2</translation>
    </message>
    <message>
        <source>Still down: %1.</source>
        <translation>Weiterhin ausgefallen: %1.</translation>
    </message>
    <message>
        <source>Nothing else is down.</source>
        <translation>Sonst ist nichts ausgefallen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 servers cannot be reached: %2</source>
        <translation>%1 Server sind nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>Open Nova Settings to see why.</source>
        <translation>In Nova Settings steht, warum.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>Neu starten…</translation>
    </message>
    <message>
        <source>Pause for an hour</source>
        <translation>Eine Stunde Pause</translation>
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
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
</context>
<context>
    <name>nova::ImportModel</name>
    <message>
        <source>1 was added</source>
        <translation>1 wurde hinzugefügt</translation>
    </message>
    <message>
        <source>%1 were added</source>
        <translation>%1 wurden hinzugefügt</translation>
    </message>
    <message>
        <source>%1 can be added</source>
        <translation>%1 können hinzugefügt werden</translation>
    </message>
    <message>
        <source>1 is there already</source>
        <translation>1 ist schon da</translation>
    </message>
    <message>
        <source>%1 are there already</source>
        <translation>%1 sind schon da</translation>
    </message>
    <message>
        <source>1 has no place here</source>
        <translation>1 hat hier keinen Platz</translation>
    </message>
    <message>
        <source>%1 have no place here</source>
        <translation>%1 haben hier keinen Platz</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add 1 server</source>
        <translation>1 Server hinzufügen</translation>
    </message>
    <message>
        <source>Add %1 servers</source>
        <translation>%1 Server hinzufügen</translation>
    </message>
    <message>
        <source>The catalog has errors. Nothing can be added until they are mended.</source>
        <translation>Der Katalog hat Fehler. Bis sie behoben sind, lässt sich nichts hinzufügen.</translation>
    </message>
    <message>
        <source>The catalog is managed elsewhere: Nova may not write it.</source>
        <translation>Der Katalog wird anderswo verwaltet: Nova darf ihn nicht schreiben.</translation>
    </message>
    <message>
        <source>%1 · cannot be read</source>
        <translation>%1 · nicht lesbar</translation>
    </message>
    <message>
        <source>%1 · 1 server</source>
        <translation>%1 · 1 Server</translation>
    </message>
    <message>
        <source>%1 · %2 servers</source>
        <translation>%1 · %2 Server</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>der Text</translation>
    </message>
    <message>
        <source>Use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit.</source>
        <translation>1 bis 64 Buchstaben, Ziffern, Punkte, Unterstriche und Bindestriche, am Anfang ein Buchstabe oder eine Ziffer.</translation>
    </message>
    <message>
        <source>There is another server of this name.</source>
        <translation>Ein anderer Server heißt schon so.</translation>
    </message>
    <message>
        <source>Adding %1 of %2</source>
        <translation>%1 von %2 wird hinzugefügt</translation>
    </message>
    <message>
        <source>The catalog was changed meanwhile. Look at it and add the rest.</source>
        <translation>Der Katalog wurde inzwischen geändert. Sieh ihn an, und füge den Rest hinzu.</translation>
    </message>
    <message>
        <source>1 server was added.</source>
        <translation>1 Server wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 servers were added.</source>
        <translation>%1 Server wurden hinzugefügt.</translation>
    </message>
    <message>
        <source>Nothing was added. %1</source>
        <translation>Nichts wurde hinzugefügt. %1</translation>
    </message>
    <message>
        <source>%1 of %2 were added and stay. %3</source>
        <translation>%1 von %2 wurden hinzugefügt und bleiben. %3</translation>
    </message>
    <message>
        <source>The catalog is as it was before.</source>
        <translation>Der Katalog ist wie zuvor.</translation>
    </message>
    <message>
        <source>It could not be undone. %1</source>
        <translation>Das ließ sich nicht rückgängig machen. %1</translation>
    </message>
    <message>
        <source>%1. Nothing can be added until it is back.</source>
        <translation>%1. Bis es zurück ist, lässt sich nichts hinzufügen.</translation>
    </message>
</context>
<context>
    <name>nova::Notifier</name>
    <message>
        <source>Open Nova Settings</source>
        <translation>Nova Settings öffnen</translation>
    </message>
</context>
<context>
    <name>nova::ProblemsModel</name>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>nova::PromptModel</name>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>gespeichert %1</translation>
    </message>
    <message>
        <source>changed %1: %2</source>
        <translation>geändert %1: %2</translation>
    </message>
</context>
<context>
    <name>nova::PromptNotices</name>
    <message>
        <source>The prompt changed %1</source>
        <translation>Der Prompt wurde geändert: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>nova::RestartModel</name>
    <message>
        <source>Restarting %1</source>
        <translation>%1 wird neu gestartet</translation>
    </message>
    <message>
        <source>%1 was restarted in %2.</source>
        <translation>%1 wurde in %2 neu gestartet.</translation>
    </message>
    <message>
        <source>It took too long and was stopped after %1.</source>
        <translation>Es dauerte zu lange und wurde nach %1 abgebrochen.</translation>
    </message>
    <message>
        <source>The command was ended from outside after %1.</source>
        <translation>Der Befehl wurde nach %1 von außen beendet.</translation>
    </message>
    <message>
        <source>The command failed after %1 (exit code %2).</source>
        <translation>Der Befehl schlug nach %1 fehl (Exit-Code %2).</translation>
    </message>
    <message>
        <source>%1. Nothing was restarted.</source>
        <translation>%1. Es wurde nichts neu gestartet.</translation>
    </message>
</context>
<context>
    <name>nova::ServerActions</name>
    <message>
        <source>%1 was changed in the meantime. Look at it, then try again.</source>
        <translation>%1 wurde inzwischen geändert. Sieh es an, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>%1 was removed in the meantime.</source>
        <translation>%1 wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 ist wieder da</translation>
    </message>
    <message>
        <source>%1 is back, as a new entry: the file has changed since</source>
        <translation>%1 ist zurück, als neuer Eintrag: Die Datei hat sich seither geändert</translation>
    </message>
    <message>
        <source>%1 is back without its headers (%2). Their values are in the backup.</source>
        <translation>%1 ist zurück, ohne seine Kopfzeilen (%2). Ihre Werte stehen in der Sicherung.</translation>
    </message>
    <message>
        <source>%1 could not be brought back. %2</source>
        <translation>%1 ließ sich nicht zurückholen. %2</translation>
    </message>
    <message>
        <source>Address of %1 copied</source>
        <translation>Adresse von %1 kopiert</translation>
    </message>
</context>
<context>
    <name>nova::ServerDraft</name>
    <message>
        <source>Give it a name.</source>
        <translation>Gib ihm einen Namen.</translation>
    </message>
    <message>
        <source>Letters, digits, dots, underscores and hyphens, beginning with a letter or digit; 64 at most.</source>
        <translation>Buchstaben, Ziffern, Punkte, Unterstriche und Bindestriche, am Anfang ein Buchstabe oder eine Ziffer; höchstens 64.</translation>
    </message>
    <message>
        <source>There is a server of that name already.</source>
        <translation>Ein Server dieses Namens ist schon da.</translation>
    </message>
    <message>
        <source>Give the address of its MCP endpoint, such as http://localhost:8002/mcp.</source>
        <translation>Nenne die Adresse seines MCP-Endpunkts, etwa http://localhost:8002/mcp.</translation>
    </message>
    <message>
        <source>Whole seconds, or nothing.</source>
        <translation>Ganze Sekunden, oder nichts.</translation>
    </message>
</context>
<context>
    <name>nova::ServerForm</name>
    <message>
        <source>This is what you had typed before. It is not saved yet.</source>
        <translation>Das ist die Eingabe von vorhin. Sie ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>The values of its headers are not shown and not copied. Type them, or remove the headers.</source>
        <translation>Die Werte der Kopfzeilen werden nicht gezeigt und nicht kopiert. Trage sie ein, oder entferne die Kopfzeilen.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>health address</source>
        <translation>Prüfadresse</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>how it is checked</source>
        <translation>Art der Prüfung</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 is %2 now</source>
        <translation>%1 heißt jetzt %2</translation>
    </message>
    <message>
        <source>%1 was removed in the meantime. Saving adds it again, without the headers that were not typed here.</source>
        <translation>%1 wurde inzwischen entfernt. Speichern fügt es wieder hinzu, ohne die Kopfzeilen, die hier nicht eingetragen wurden.</translation>
    </message>
    <message>
        <source>%1 was changed in the meantime: %2. What you typed is kept; saving puts it over that.</source>
        <translation>%1 wurde inzwischen geändert: %2. Deine Eingabe bleibt erhalten; Speichern ersetzt das damit.</translation>
    </message>
</context>
<context>
    <name>nova::ServersModel</name>
    <message>
        <source>toggled %1</source>
        <translation>umgeschaltet %1</translation>
    </message>
    <message>
        <source>switched on %1</source>
        <translation>eingeschaltet %1</translation>
    </message>
    <message>
        <source>switched off %1</source>
        <translation>ausgeschaltet %1</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>hinzugefügt %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 an</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 zu klären</translation>
    </message>
    <message>
        <source>%1 need you</source>
        <translation>%1 zu klären</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 aus</translation>
    </message>
    <message>
        <source>checked %1</source>
        <translation>geprüft %1</translation>
    </message>
</context>
<context>
    <name>nova::SettingsModel</name>
    <message>
        <source>Changed in the file meanwhile: %1.</source>
        <translation>Inzwischen in der Datei geändert: %1.</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 Änderungen</translation>
    </message>
    <message>
        <source>The settings from before stay in force.</source>
        <translation>Die Einstellungen von vorher gelten weiter.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>1 setting changed.</source>
        <translation>1 Einstellung geändert.</translation>
    </message>
    <message>
        <source>%1 settings changed.</source>
        <translation>%1 Einstellungen geändert.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link instead.</source>
        <translation>Kein Browser ließ sich öffnen. Kopiere stattdessen den Link.</translation>
    </message>
    <message>
        <source>Link copied. It works once, within the hour.</source>
        <translation>Link kopiert. Er gilt einmal, binnen einer Stunde.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Link kopiert.</translation>
    </message>
    <message>
        <source>Start with the desktop</source>
        <translation>Mit der Arbeitsumgebung starten</translation>
    </message>
    <message>
        <source>Start Nova when you sign in to this machine.</source>
        <translation>Nova starten, sobald du dich an diesem Rechner anmeldest.</translation>
    </message>
    <message>
        <source>Set by %1, which goes before the file.</source>
        <translation>Von %1 gesetzt; das geht der Datei vor.</translation>
    </message>
    <message>
        <source>These belong to %1: its configs/nova.yaml.</source>
        <translation>Diese gehören zu %1: seiner configs/nova.yaml.</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Standard: %1</translation>
    </message>
</context>
<context>
    <name>nova::StatusModel</name>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 Warnungen</translation>
    </message>
    <message>
        <source>managed elsewhere</source>
        <translation>anderswo verwaltet</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>looked at every 2 s</source>
        <translation>alle 2 s angesehen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Web UI off</source>
        <translation>Web-UI aus</translation>
    </message>
    <message>
        <source>Web UI · 1 client</source>
        <translation>Web-UI · 1 Client</translation>
    </message>
    <message>
        <source>Web UI · %1 clients</source>
        <translation>Web-UI · %1 Clients</translation>
    </message>
    <message>
        <source>Redis connected</source>
        <translation>Redis verbunden</translation>
    </message>
    <message>
        <source>Redis reconnecting</source>
        <translation>Redis verbindet neu</translation>
    </message>
    <message>
        <source>Redis off</source>
        <translation>Redis aus</translation>
    </message>
    <message>
        <source>%1 events wait</source>
        <translation>%1 Ereignisse warten</translation>
    </message>
    <message>
        <source>%1 events dropped</source>
        <translation>%1 Ereignisse verworfen</translation>
    </message>
    <message>
        <source>The last good one stays in force.</source>
        <translation>Die letzte gültige Fassung bleibt in Kraft.</translation>
    </message>
    <message>
        <source>The server list has errors.</source>
        <translation>Die Serverliste hat Fehler.</translation>
    </message>
    <message>
        <source>The server list is missing.</source>
        <translation>Die Serverliste fehlt.</translation>
    </message>
    <message>
        <source>The server list cannot be read.</source>
        <translation>Die Serverliste ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The prompt has errors.</source>
        <translation>Der Prompt hat Fehler.</translation>
    </message>
    <message>
        <source>The prompt is missing.</source>
        <translation>Der Prompt fehlt.</translation>
    </message>
    <message>
        <source>The prompt cannot be read.</source>
        <translation>Der Prompt ist nicht lesbar.</translation>
    </message>
    <message>
        <source>What Nova finds out is not kept.</source>
        <translation>Was Nova herausfindet, wird nicht aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>nova::TextDraft</name>
    <message>
        <source>The draft was discarded.</source>
        <translation>Der Entwurf wurde verworfen.</translation>
    </message>
    <message>
        <source>The draft was replaced by the text in the file.</source>
        <translation>Der Text der Datei hat den Entwurf ersetzt.</translation>
    </message>
    <message>
        <source>%1 was removed while you were editing it.</source>
        <translation>%1 wurde während der Bearbeitung entfernt.</translation>
    </message>
    <message>
        <source>%1 was changed while you were editing it.</source>
        <translation>%1 wurde während der Bearbeitung geändert.</translation>
    </message>
    <message>
        <source>The text is being read.</source>
        <translation>Der Text wird gelesen.</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text, so it cannot be edited here. Mend it in another editor, or go back to an earlier text.</source>
        <translation>%1 ist kein UTF-8-Text und lässt sich hier nicht bearbeiten. Behebe das in einem anderen Editor, oder kehre zu einem früheren Text zurück.</translation>
    </message>
    <message>
        <source>%1 is managed elsewhere: Nova may not write it. Change it at its source.</source>
        <translation>%1 wird anderswo verwaltet: Nova darf nicht hineinschreiben. Ändere es an seiner Quelle.</translation>
    </message>
    <message>
        <source>%1. What you typed is kept, and can be saved when it is back.</source>
        <translation>%1. Das Geschriebene bleibt und lässt sich speichern, wenn es zurück ist.</translation>
    </message>
    <message>
        <source>%1. The text can be changed when it is back.</source>
        <translation>%1. Der Text lässt sich ändern, wenn es zurück ist.</translation>
    </message>
</context>
<context>
    <name>nova::ToggleQueue</name>
    <message>
        <source>%1 was removed in the meantime.</source>
        <translation>%1 wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>%1 has another address now. Look at it, then try again.</source>
        <translation>%1 hat jetzt eine andere Adresse. Sieh es an, und versuche es noch einmal.</translation>
    </message>
</context>
<context>
    <name>nova::Tray</name>
    <message>
        <source>Open Nova Settings</source>
        <translation>Nova Settings öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>Benachrichtigungen anhalten</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>For eight hours</source>
        <translation>Für acht Stunden</translation>
    </message>
    <message>
        <source>Until I resume them</source>
        <translation>Bis ich sie fortsetze</translation>
    </message>
    <message>
        <source>Resume notifications (paused until %1)</source>
        <translation>Benachrichtigungen fortsetzen (angehalten bis %1)</translation>
    </message>
    <message>
        <source>Resume notifications</source>
        <translation>Benachrichtigungen fortsetzen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nova Settings</source>
        <translation>Nova Settings</translation>
    </message>
    <message>
        <source>Nova Settings: %1</source>
        <translation>Nova Settings: %1</translation>
    </message>
    <message>
        <source>No server that is on can be used.</source>
        <translation>Kein eingeschalteter Server ist benutzbar.</translation>
    </message>
    <message>
        <source>Needs you: %1</source>
        <translation>Zu klären: %1</translation>
    </message>
    <message>
        <source>Need you: %1</source>
        <translation>Zu klären: %1</translation>
    </message>
    <message>
        <source>Redis is away: other machines are not heard.</source>
        <translation>Redis ist weg: Von anderen Rechnern ist nichts zu hören.</translation>
    </message>
    <message>
        <source>No servers</source>
        <translation>Keine Server</translation>
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
        <translation>in einem Fenster ersetzt</translation>
    </message>
    <message>
        <source>replaced by the API</source>
        <translation>über die API ersetzt</translation>
    </message>
    <message>
        <source>replaced in the file</source>
        <translation>in der Datei ersetzt</translation>
    </message>
    <message>
        <source>replaced from another machine</source>
        <translation>von einem anderen Rechner ersetzt</translation>
    </message>
    <message>
        <source>replaced by an earlier text</source>
        <translation>durch einen früheren Text ersetzt</translation>
    </message>
    <message>
        <source>found after a crash</source>
        <translation>nach einem Absturz gefunden</translation>
    </message>
    <message>
        <source>The text replaced %1 is the current one again.</source>
        <translation>Der %1 ersetzte Text gilt wieder.</translation>
    </message>
    <message>
        <source>The restore was taken back.</source>
        <translation>Die Wiederherstellung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The file has changed since. Nothing was restored.</source>
        <translation>Die Datei hat sich seither geändert. Nichts wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>The file holds this text already.</source>
        <translation>Dieser Text steht schon in der Datei.</translation>
    </message>
</context>
</TS>
