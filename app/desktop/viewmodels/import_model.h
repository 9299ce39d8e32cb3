#pragma once

#include "app/desktop/viewmodels/link_watch.h"
#include "core/transfer/foreign_files.h"
#include "core/transfer/import_plan.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// Servers of another program before they are added: where they could come from, what each of them would become, and
/// how the adding went. The rows are those of the text that was read last. UI thread.
///
/// They are added one after the other, each on the revision that the one before made. A failure ends it: what was added
/// stays, and the rest waits to be tried again.
class ImportModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    /// "Claude Desktop", or the file's name; empty before anything was read.
    Q_PROPERTY(QString source READ source NOTIFY changed)
    /// What is wrong with the text or the file, with line and column.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// "3 can be added · 1 is there already · 2 have no place here"
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    /// How the adding went; empty before.
    Q_PROPERTY(QString result READ result NOTIFY changed)
    Q_PROPERTY(bool failed READ failed NOTIFY changed)
    Q_PROPERTY(int chosenCount READ chosenCount NOTIFY changed)
    /// "Add 3 servers"
    Q_PROPERTY(QString addWords READ addWords NOTIFY changed)
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY changed)
    /// Why nothing can be added at all: the catalog cannot be written now. Empty where it can.
    Q_PROPERTY(QString obstacle READ obstacle NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    /// The files of other programs that were found: "Claude Desktop · 3 servers", and where they are.
    Q_PROPERTY(QStringList placeTitles READ placeTitles NOTIFY placesChanged)
    Q_PROPERTY(QStringList placePaths READ placePaths NOTIFY placesChanged)
    Q_PROPERTY(bool looking READ looking NOTIFY placesChanged)

public:
    enum class Phase {
        Choosing, ///< Nothing has been read.
        Reading,
        Preview,
        Adding,
        Done, ///< All that was chosen was added.
    };
    Q_ENUM(Phase)

    enum class Kind { New, Present, Impossible, Added };
    Q_ENUM(Kind)

    enum Role {
        NameRole = Qt::UserRole, ///< What it would be called; may be edited.
        WrittenNameRole,         ///< What it is called there.
        AddressRole,
        DescriptionRole,
        PlaceRole, ///< The project it is of.
        KindRole,
        WhyRole,   ///< Why it is not New, or is called otherwise.
        NotesRole, ///< What was made of it and what is left to do, a sentence each, in one text.
        ChosenRole,
        NameProblemRole,
        ProblemRole, ///< Why it could not be added.
    };

    ImportModel(NovaService &service, ForeignFiles &files, QObject *parent = nullptr);
    ~ImportModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] QString source() const { return m_source; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString result() const { return m_result; }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] int chosenCount() const;
    [[nodiscard]] QString addWords() const;
    [[nodiscard]] bool canAdd() const;
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] QStringList placeTitles() const;
    [[nodiscard]] QStringList placePaths() const;
    [[nodiscard]] bool looking() const { return m_looking; }

    /// Back to the choice of a source, and looks for the files of other programs.
    Q_INVOKABLE void start();
    Q_INVOKABLE void readText(const QString &text);
    /// A path, also with ~, or a file: URL.
    Q_INVOKABLE void readFile(const QString &path);
    Q_INVOKABLE void readPlace(int place);
    /// Whether a text is worth reading: what is pasted or dropped may be anything.
    Q_INVOKABLE [[nodiscard]] bool isWorthReading(const QString &text) const;
    /// The text on the clipboard; empty where it holds none.
    Q_INVOKABLE [[nodiscard]] QString clipboardText() const;

    Q_INVOKABLE void choose(int row, bool chosen);
    Q_INVOKABLE void rename(int row, const QString &name);
    Q_INVOKABLE void add();
    Q_INVOKABLE void undo();

Q_SIGNALS:
    void changed();
    void placesChanged();
    /// Everything that was chosen is in the catalog.
    void added(const QString &words);

private:
    struct Row {
        ImportItem item;
        bool chosen = false;
        bool added = false;
        QString nameProblem{};
        QString problem{};

        [[nodiscard]] Kind kind() const;
    };

    /// Another Nova is shown: what was read is compared with its servers.
    void startAnew();
    void takeState(const NovaStatePtr &state);
    void takeText(const QByteArray &text, std::optional<ForeignForm> form, const QString &source, qsizetype most);
    void setPlan(const QList<ImportItem> &plan);
    void planAgain();
    void checkNames();
    void addNext();
    void settle(int row, const Result<ServerSaved> &answer);
    void end(const QString &failure);
    void complain(const Error &error);
    void takeUndone(const Result<TextSaved> &answer);
    [[nodiscard]] int count(Kind kind) const;
    void rowChanged(int row);

    NovaService &m_service;
    ForeignFiles &m_files;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<Mailbox> m_fromFiles; ///< Their answers are the same, whichever Nova is shown.
    std::shared_ptr<const CatalogState> m_catalog;
    bool m_linkUp = true;

    Phase m_phase = Phase::Choosing;
    int m_reading = 0; ///< Only the answer to the last question counts.
    ForeignConfig m_config;
    QString m_source;
    QString m_problem;
    QString m_result;
    bool m_failed = false;
    QList<Row> m_rows;
    QList<FoundPlace> m_places;
    bool m_looking = false;

    QList<int> m_waiting; ///< Rows that are still to be added.
    int m_wanted = 0;
    QString m_revision; ///< That the last one added made.
    QString m_backup;   ///< Of the catalog before the first one.
    bool m_first = false;
    bool m_undoing = false;
};

} // namespace nova
