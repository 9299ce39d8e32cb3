#include "tests/core/document_probe.h"

#include <QEventLoop>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova::test
{

InterpretationPtr interpretAnything(const QByteArray &text)
{
    auto meaning = std::make_shared<Interpretation>();
    if (text.contains("INVALID"))
        meaning->errors = {{Diagnostic::Severity::Error, u"test"_s, u"This text is not valid."_s, {}, {}, 3, 7}};
    return meaning;
}

Document::Options quickOptions()
{
    Document::Options options;
    options.watching.safetyInterval = 1h;
    options.timing = {30ms, 20ms, 200ms};
    options.patience = 150ms;
    options.retryInterval = 10ms;
    return options;
}

Document::Options pollingOptions()
{
    Document::Options options = quickOptions();
    options.watching.polling = true;
    options.watching.pollInterval = 20ms;
    return options;
}

DocumentProbe::DocumentProbe(const QString &path, const Document::Options &options, const Interpreter &interpreter)
    : m_document(std::make_unique<Document>(path, interpreter, options, *m_worker))
{
    QObject::connect(m_document.get(), &Document::changed, m_mailbox.get(),
                     [this](const Document::Change &change) { m_changes.append(change); });
    m_document->start();
}

DocumentProbe::~DocumentProbe()
{
    m_worker.reset();
}

QByteArrayList DocumentProbe::texts() const
{
    QByteArrayList texts;
    for (const Document::Change &change : m_changes) {
        if (change.before != change.after)
            texts.append(change.after->bytes);
    }
    return texts;
}

QByteArray DocumentProbe::text() const
{
    return m_document->text() ? m_document->text()->bytes : QByteArrayLiteral("(none)");
}

void DocumentProbe::waitFor(const QByteArray &expected) const
{
    static_cast<void>(QTest::qWaitFor([&] { return text() == expected; }));
}

Result<Document::Saved> DocumentProbe::edit(const Document::Edit &edit, const std::optional<QString> &ifMatch)
{
    std::optional<Result<Document::Saved>> answer;
    QEventLoop loop;
    const auto take = [&](Result<Document::Saved> result) {
        answer = std::move(result);
        loop.quit();
    };
    m_document->edit(edit, ifMatch, {Origin::Api, u"test"_s}, u"test"_s, {m_mailbox, take});
    if (!answer)
        loop.exec();
    return *answer;
}

Result<Document::Saved> DocumentProbe::save(const QByteArray &text, const std::optional<QString> &ifMatch)
{
    return edit([text](const DocumentText &) -> Result<Document::Edited> { return text; }, ifMatch);
}

void DocumentProbe::settle()
{
    QEventLoop loop;
    m_worker->post([this, &loop] { m_mailbox->post([&loop] { loop.quit(); }); });
    loop.exec();
}

} // namespace nova::test
