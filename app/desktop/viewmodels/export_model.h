#pragma once

#include "app/desktop/viewmodels/link_watch.h"
#include "core/transfer/foreign_export.h"
#include "core/transfer/foreign_files.h"

#include <QAbstractListModel>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// Servers of the catalog as another program reads them: which of them, for whom, and the text. The rows are all
/// servers; those that are on are chosen. UI thread.
class ExportModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(QStringList forms READ forms CONSTANT)
    Q_PROPERTY(int form READ form WRITE setForm NOTIFY changed)
    /// The text; empty while it is being made and where there is a problem.
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString notes READ notes NOTIFY changed)
    /// "Cursor looks for it in ~/.cursor/mcp.json."
    Q_PROPERTY(QString destination READ destination NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// "4 of 6 servers"
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(int chosenCount READ chosenCount NOTIFY changed)
    /// How copying or saving went.
    Q_PROPERTY(QString result READ result NOTIFY changed)
    Q_PROPERTY(bool failed READ failed NOTIFY changed)

public:
    enum Role { NameRole = Qt::UserRole, EnabledRole, ChosenRole };

    ExportModel(NovaService &service, ForeignFiles &files, QObject *parent = nullptr);
    ~ExportModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QStringList forms() const;
    [[nodiscard]] int form() const { return m_form; }
    void setForm(int form);
    [[nodiscard]] QString text() const { return QString::fromUtf8(m_made.text); }
    [[nodiscard]] QString notes() const { return m_made.notes.join(u'\n'); }
    [[nodiscard]] QString destination() const;
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] int chosenCount() const { return int(m_chosen.size()); }
    [[nodiscard]] QString result() const { return m_result; }
    [[nodiscard]] bool failed() const { return m_failed; }

    /// Reads the catalog anew; all that is on is chosen.
    Q_INVOKABLE void start();
    Q_INVOKABLE void choose(int row, bool chosen);
    Q_INVOKABLE void copy();
    /// Writes the text to a new file; a path, also with ~.
    Q_INVOKABLE void save(const QString &path);

Q_SIGNALS:
    void changed();

private:
    void startAnew();
    void takeText(const Result<StoredText> &answer);
    void make();
    void tell(const QString &result, bool failed);
    [[nodiscard]] ForeignForm chosenForm() const { return foreignForms[size_t(m_form)]; }

    NovaService &m_service;
    ForeignFiles &m_files;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    int m_form = int(ForeignForm::ClaudeCode);
    CatalogPtr m_catalog; ///< As it is in the file, with the headers that the state does not have; null before.
    QSet<QString> m_chosen;
    ForeignExport m_made;
    QString m_problem;
    QString m_result;
    bool m_failed = false;
};

} // namespace nova
