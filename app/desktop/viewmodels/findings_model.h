#pragma once

#include "core/base/result.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// What is wrong with a text, in the order of its lines: for the marks in an editor and the list below it. Owned by the
/// TextDraft; UI thread.
class FindingsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int errorCount READ errorCount NOTIFY changed)
    /// "2 errors, 1 warning"; empty where there is nothing.
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    /// Lines from 1; each once.
    Q_PROPERTY(QList<int> errorLines READ errorLines NOTIFY changed)
    Q_PROPERTY(QList<int> warningLines READ warningLines NOTIFY changed)

public:
    enum Role {
        LineRole = Qt::UserRole, ///< From 1; 0 where it is about the whole text.
        ColumnRole,
        SevereRole, ///< An error, not a warning.
        MessageRole,
        HintRole,
        CodeRole,
        PlaceRole, ///< "line 12, column 3"; empty where it is about the whole text.
    };

    explicit FindingsModel(QObject *parent = nullptr);
    ~FindingsModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_findings.size()); }
    [[nodiscard]] int errorCount() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QList<int> errorLines() const { return lines(Diagnostic::Severity::Error); }
    [[nodiscard]] QList<int> warningLines() const { return lines(Diagnostic::Severity::Warning); }

    /// What is said about a line, one finding after the other; empty where nothing is.
    Q_INVOKABLE QString wordsAt(int line) const;
    /// The line of the first finding behind `line`, from the top again after the last; 0 where there is none.
    Q_INVOKABLE int lineAfter(int line) const;
    /// Where in the line the first finding of that line is, from 1.
    Q_INVOKABLE int columnAt(int line) const;

    void setFindings(QList<Diagnostic> findings);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QList<int> lines(Diagnostic::Severity severity) const;

    QList<Diagnostic> m_findings;
};

} // namespace nova
