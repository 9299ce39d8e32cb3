#pragma once

#include "tests/qml/fake_nova.h"

namespace nova::test
{

/// A Nova in which something of everything can be seen, the same on every machine and every day: all that has a time is
/// of the spring of 2025, so that no word depends on when somebody looks. Questions for texts are answered at once.
class StagedNova : public FakeNova
{
    Q_OBJECT

public:
    StagedNova();

    void readText(DocumentKind document, QString id, Reply<StoredText> reply) override;
    void listVersions(DocumentKind document, Reply<QList<DocumentVersion>> reply) override;
    void compareTexts(DocumentKind document, QString from, QString to, Reply<TextDiff> reply) override;
    void validate(DocumentKind document, QByteArray text, Reply<InterpretationPtr> reply) override;

    /// The catalog's file has a mistake; its last good text stays in force.
    void breakCatalog();
    /// There is nothing yet.
    void clear();
    /// As many servers as somebody may have.
    void fillWith(int servers);

    static QByteArray catalogText();
    static QByteArray promptText();

private:
    void stageServers();
    void stageEvents();
    static QByteArray textOf(DocumentKind document, const QString &id);

    QByteArray m_broken;
};

} // namespace nova::test
