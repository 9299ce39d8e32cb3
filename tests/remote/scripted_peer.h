#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace nova::test
{

/// Something that listens where a Nova should, and answers requests as the test says.
class ScriptedPeer : public QTcpServer
{
    Q_OBJECT

public:
    /// Gives the whole answer to a request (head and body); empty: there comes none.
    using Answer = std::function<QByteArray(const QByteArray &request)>;

    explicit ScriptedPeer(Answer answer);

    [[nodiscard]] QString address() const;
    [[nodiscard]] const QByteArrayList &requests() const { return m_requests; }
    /// The answer to any further request.
    void setAnswer(Answer answer) { m_answer = std::move(answer); }

    [[nodiscard]] static QByteArray answer(const QByteArray &statusLine, const QByteArray &body,
                                           const QByteArray &type = "application/json", const QByteArray &headers = {});

private:
    void serve(QTcpSocket *socket);

    Answer m_answer;
    QByteArrayList m_requests;
};

} // namespace nova::test
