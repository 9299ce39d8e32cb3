#pragma once

#include <QStringList>
#include <md4c.h>

namespace nova
{

/// Turns Markdown (the GitHub dialect) into plain rich text that is safe to show, whoever wrote it: HTML in the text is
/// shown as it stands, images become their alternative text and are never fetched, only web and mail links stay links.
///
/// The result comes in pieces of a few pages, each complete in itself, so that a view lays out only what it shows.
/// It holds structure and class names; colours and sizes are the style sheet's, which the view puts before each piece.
/// Time grows with the length of the text and with nothing else. A pure function; any thread.
class MarkdownHtml
{
public:
    [[nodiscard]] static QStringList render(const QByteArray &utf8);

private:
    /// Something begun and not ended: what ends it, and what begins it again in the next piece.
    struct Open {
        QString end;
        QString again;
    };

    void enterBlock(MD_BLOCKTYPE type, const void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, const void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, QByteArrayView utf8);
    void codeText(QByteArrayView utf8);
    void runningText(const QString &text);
    void open(const QString &begin, const QString &end);
    void openTable(const QString &begin, const QString &end);
    void openItem(const MD_BLOCK_LI_DETAIL &item);
    void openQuote();
    void close();
    void closeParagraph();
    void splitIfLongerThan(qsizetype length);
    void endPiece();

    QStringList m_pieces;
    QString m_html; ///< The piece being written.
    QList<Open> m_open;
    QList<unsigned> m_numbers; ///< Of the items of the open lists; 0 for one without numbers.
    qsizetype m_paragraph = 0; ///< Where in m_html the newest paragraph begins.
    int m_quotes = 0;
    int m_images = 0;      ///< Within the words for an image.
    int m_breaks = 0;      ///< Ends of lines of code that another line has yet to follow.
    bool m_inCode = false; ///< A block of it.
};

} // namespace nova
