#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// Where a text holds what somebody looks for. UI thread.
class TextSearch : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY changed)
    Q_PROPERTY(bool caseSensitive READ isCaseSensitive WRITE setCaseSensitive NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    explicit TextSearch(QObject *parent = nullptr);
    ~TextSearch() override;

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] QString wanted() const { return m_wanted; }
    void setWanted(const QString &wanted);
    [[nodiscard]] bool isCaseSensitive() const { return m_case == Qt::CaseSensitive; }
    void setCaseSensitive(bool sensitive);
    [[nodiscard]] int count() const { return int(m_places.size()); }

    /// The first place at or behind `position`, from the top again after the last: its number from 0; -1 where there is
    /// none.
    Q_INVOKABLE int next(int position) const;
    /// The last place before `position`, from the bottom again before the first.
    Q_INVOKABLE int previous(int position) const;
    Q_INVOKABLE int placeOf(int number) const { return m_places.value(number, -1); }

Q_SIGNALS:
    void changed();

private:
    void search();

    QString m_text;
    QString m_wanted;
    Qt::CaseSensitivity m_case = Qt::CaseInsensitive;
    QList<int> m_places;
};

} // namespace nova
