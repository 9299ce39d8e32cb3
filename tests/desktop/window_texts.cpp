#include "tests/desktop/window_texts.h"

#include <QFile>
#include <QQmlContext>
#include <QQmlEngine>
#include <QSet>
#include <QXmlStreamReader>
#include <functional>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

void visit(QQuickItem &item, const std::function<void(QQuickItem &)> &look)
{
    const QList<QQuickItem *> children = item.childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible())
            continue;
        look(*child);
        visit(*child, look);
    }
}

bool isWithin(const QQuickItem &item, const QString &name)
{
    for (const QQuickItem *around = &item; around; around = around->parentItem()) {
        if (around->objectName() == name)
            return true;
    }
    return false;
}

} // namespace

QList<Message> messagesOf(const QString &language)
{
    QFile file(QStringLiteral(NOVA_TRANSLATIONS "/nova_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    Message message;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            message.context = xml.readElementText();
        } else if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const bool finished = xml.attributes().value("type"_L1) != u"unfinished";
            message.text = finished ? xml.readElementText() : QString();
            messages.append(message);
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList notMirrored(QQuickWindow &window)
{
    QStringList wrong;
    visit(*window.contentItem(), [&](QQuickItem &item) {
        if (!item.inherits("QQuickText") || item.property("text").toString().isEmpty() ||
            item.property("contentWidth").toReal() > item.width() - 2)
            return;
        for (const QString &code : {u"codeView"_s, u"promptPreview"_s, u"diffLines"_s, u"diffTitles"_s}) {
            if (isWithin(item, code))
                return;
        }
        const QQmlContext *context = qmlContext(&item);
        // What is written into a field runs as it runs.
        if (item.parentItem()->inherits("QQuickTextInput") || item.parentItem()->inherits("QQuickTextEdit"))
            return;
        if (item.property("effectiveHorizontalAlignment").toInt() == Qt::AlignLeft &&
            item.property("horizontalAlignment").toInt() != Qt::AlignRight)
            wrong.append((context ? context->baseUrl().fileName() : QString()) + u": "_s +
                         item.property("text").toString());
    });
    return wrong;
}

QStringList overlappingTexts(QQuickWindow &window)
{
    QHash<QQuickItem *, QList<QQuickItem *>> texts;
    visit(*window.contentItem(), [&](QQuickItem &item) {
        if (item.inherits("QQuickText") && !item.property("text").toString().isEmpty())
            texts[item.parentItem()].append(&item);
    });
    const auto painted = [](const QQuickItem &item) {
        const qreal width = item.property("contentWidth").toReal();
        const bool right = item.property("effectiveHorizontalAlignment").toInt() == Qt::AlignRight;
        return QRectF(right ? item.x() + item.width() - width : item.x(), item.y(), width,
                      item.property("contentHeight").toReal());
    };
    QStringList overlapping;
    for (const QList<QQuickItem *> &siblings : std::as_const(texts)) {
        for (qsizetype i = 1; i < siblings.size(); ++i) {
            const QRectF both = painted(*siblings[i]) & painted(*siblings[i - 1]);
            if (both.width() > 1 && both.height() > 2)
                overlapping.append(siblings[i - 1]->property("text").toString() + u" / "_s +
                                   siblings[i]->property("text").toString());
        }
    }
    return overlapping;
}

QStringList cutTexts(QQuickWindow &window)
{
    const QSet<QString> written = [] {
        QSet<QString> texts;
        for (const QString &language : {u"de"_s, u"ar"_s}) {
            for (const Message &message : messagesOf(language))
                texts.insert(message.text);
        }
        return texts;
    }();
    QStringList cut;
    visit(*window.contentItem(), [&](QQuickItem &item) {
        if (!item.inherits("QQuickText") || item.width() <= 0)
            return;
        const QString text = item.property("text").toString();
        if (!written.contains(text))
            return;
        const bool wraps = item.property("wrapMode").toInt() != 0;
        const bool wide = !wraps && item.property("contentWidth").toReal() > item.width() + 1;
        const qreal left = item.mapToScene({0, 0}).x();
        // The kinds of events can be moved.
        const bool outside = !isWithin(item, u"eventKinds"_s) && (left < 0 || left + item.width() > window.width());
        if (item.property("truncated").toBool() || wide || outside)
            cut.append(text);
    });
    return cut;
}

} // namespace nova::test
