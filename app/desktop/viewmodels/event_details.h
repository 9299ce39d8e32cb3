#pragma once

#include "app/desktop/viewmodels/event_words.h"

#include <QAbstractListModel>

namespace nova
{

/// All of one event, for the pane beside the list; its facts are the rows. It stays as it is when the event leaves the
/// list. Owned by the EventsModel; UI thread.
class EventDetails : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(int mark READ mark NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    /// "5 minutes ago", and to the millisecond.
    Q_PROPERTY(QString ago READ ago NOTIFY agoChanged)
    Q_PROPERTY(QString exactly READ exactly NOTIFY changed)
    Q_PROPERTY(QString source READ source NOTIFY changed)
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    /// As other programs get it; of very long ones the beginning.
    Q_PROPERTY(QString json READ json NOTIFY changed)
    Q_PROPERTY(bool shortened READ isShortened NOTIFY changed)

public:
    enum Role { LabelRole = Qt::UserRole, ValueRole };

    explicit EventDetails(QObject *parent = nullptr);
    ~EventDetails() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const Event &event() const { return m_event; }
    void setEvent(const Event &event);

    [[nodiscard]] QString sentence() const { return eventSentence(m_event); }
    [[nodiscard]] int mark() const { return int(eventMark(m_event)); }
    [[nodiscard]] QString kind() const { return kindWords(m_event.type); }
    [[nodiscard]] QString ago() const;
    [[nodiscard]] QString exactly() const;
    [[nodiscard]] QString source() const { return m_event.source; }
    [[nodiscard]] QString id() const { return m_event.id; }
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString json() const { return m_json; }
    [[nodiscard]] bool isShortened() const { return m_shortened; }

Q_SIGNALS:
    void changed();
    void agoChanged();

private:
    Event m_event;
    QList<EventFact> m_facts;
    QString m_json;
    bool m_shortened = false;
};

} // namespace nova
