#include "server/metrics/server_metrics.h"
#include "tests/server/metrics_probe.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRect>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// The dashboard, the alerts and the page about them ask for what there is, in a form that Prometheus understands.
class TestMonitoring : public QObject
{
    Q_OBJECT

    QList<QByteArray> m_samples;
    QSet<QString> m_names;
    QJsonObject m_dashboard;

    [[nodiscard]] static QString pathOf(const char *name)
    {
        return QStringLiteral(NOVA_SOURCE_DIR) + u'/' + QString::fromLatin1(name);
    }

    [[nodiscard]] static QByteArray contents(const char *name)
    {
        QFile file(pathOf(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// With the variables of Grafana as Grafana would fill them in.
    [[nodiscard]] QStringList dashboardExpressions() const
    {
        QStringList expressions;
        for (const QJsonValue panel : m_dashboard[u"panels"].toArray()) {
            for (const QJsonValue target : panel[u"targets"].toArray())
                expressions.append(target[u"expr"]
                                       .toString()
                                       .replace(u"$__rate_interval"_s, u"1m"_s)
                                       .replace(u"$instance"_s, u".*"_s));
        }
        return expressions;
    }

    /// Expressions take one line each there.
    [[nodiscard]] static QStringList alertExpressions()
    {
        QStringList expressions;
        for (const QByteArray &line : contents("packaging/prometheus/alerts.yml").split('\n')) {
            if (const QByteArray text = line.trimmed(); text.startsWith("expr: "))
                expressions.append(QString::fromUtf8(text.mid(6)));
        }
        return expressions;
    }

    /// Everything in an expression that is not a function, a word of PromQL, a label, a duration or a number.
    [[nodiscard]] static QStringList metricsOf(QString expression)
    {
        static const QRegularExpression quoted(u"\"[^\"]*\""_s), braces(u"\\{[^}]*\\}"_s), brackets(u"\\[[^\\]]*\\]"_s),
            labels(u"\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)"_s),
            word(u"(?<![\\w.:])[a-zA-Z_:][\\w:]*(?![\\w:]|\\s*\\()"_s);
        static const QStringList words{u"and"_s, u"or"_s, u"unless"_s, u"bool"_s, u"offset"_s};
        for (const QRegularExpression &other : {quoted, braces, brackets, labels})
            expression.remove(other);
        QStringList names;
        for (auto match = word.globalMatch(expression); match.hasNext();) {
            if (const QString name = match.next().captured(); !words.contains(name))
                names.append(name);
        }
        return names;
    }

    /// Whether there is a sample with each label that is asked for by its value.
    [[nodiscard]] bool hasLabels(const QString &expression) const
    {
        static const QRegularExpression selector(u"([\\w:]+)\\{([^}]*)\\}"_s), label(u"(\\w+)=\"([^\"]*)\""_s);
        for (auto one = selector.globalMatch(expression); one.hasNext();) {
            const auto match = one.next();
            for (auto labels = label.globalMatch(match.captured(2)); labels.hasNext();) {
                const QRegularExpressionMatch asked = labels.next();
                if (asked.captured(1) == u"job") // Of the one who asks.
                    continue;
                const bool found = std::any_of(m_samples.begin(), m_samples.end(), [&](const QByteArray &sample) {
                    return nameOf(sample) == match.captured(1).toLatin1() &&
                           sample.contains(asked.captured(0).toUtf8());
                });
                if (!found)
                    return false;
            }
        }
        return true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        ServerMetrics metrics({});
        metrics.answered("GET", u"/api/mcp"_s, 200, std::chrono::milliseconds(1), 1);
        m_samples = samplesOf(metrics.prometheusText(fullState(), 1)).keys();
        for (const QByteArray &sample : m_samples)
            m_names.insert(QString::fromLatin1(nameOf(sample)));
        QVERIFY2(m_names.size() > 30, qPrintable(m_names.values().join(u' ')));
        QJsonParseError error;
        m_dashboard = QJsonDocument::fromJson(contents("packaging/grafana/nova-settings.json"), &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    }

    void findsTheMetricsOfAnExpression()
    {
        QCOMPARE(metricsOf(u"sum by (le) (rate(a_bucket{x=~\"b|c\"}[5m])) / on (x) group_left () d > bool 1e3"_s),
                 QStringList({u"a_bucket"_s, u"d"_s}));
        QCOMPARE(metricsOf(u"histogram_quantile(0.99, f) and (g offset 5m) or max(h)"_s),
                 QStringList({u"f"_s, u"g"_s, u"h"_s}));
        QVERIFY(hasLabels(u"x{job=\"y\"} + nova_servers{state=\"enabled\",instance=~\"$instance\"}"_s));
        QVERIFY(!hasLabels(u"nova_servers{state=\"odd\"}"_s));
    }

    void expressionsAskForWhatThereIs()
    {
        const QStringList expressions = dashboardExpressions() + alertExpressions();
        QVERIFY(dashboardExpressions().size() > 15);
        QVERIFY(alertExpressions().size() >= 5);
        for (const QString &expression : expressions) {
            const QStringList metrics = metricsOf(expression);
            QVERIFY2(!metrics.isEmpty(), qPrintable(expression));
            for (const QString &metric : metrics) // «up» is what Prometheus itself says.
                QVERIFY2(metric == u"up" || m_names.contains(metric),
                         qPrintable(QString(metric + u" in " + expression)));
            QVERIFY2(hasLabels(expression), qPrintable(expression));
        }
    }

    void expressionsAreValid()
    {
        QByteArray rules = "groups:\n- name: dashboard\n  rules:\n";
        for (int i = 0; const QString &expression : dashboardExpressions()) {
            QVERIFY2(!expression.contains(u'$'), qPrintable(expression));
            rules += "  - record: panel" + QByteArray::number(++i) + "\n    expr: '" + expression.toUtf8() + "'\n";
        }
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(rules);
        file.close();
        QCOMPARE(complaintsOfPromtool({u"check"_s, u"rules"_s, file.fileName()}), QByteArray());
    }

    void panelsStandBesideEachOther()
    {
        QSet<int> ids;
        QList<QRect> places;
        for (const QJsonValue panel : m_dashboard[u"panels"].toArray()) {
            const QByteArray name = panel[u"title"].toString().toUtf8();
            const char *title = name.constData();
            QVERIFY(!name.isEmpty());
            QVERIFY2(panel[u"id"].toInt() > 0 && !ids.contains(panel[u"id"].toInt()), title);
            ids.insert(panel[u"id"].toInt());
            const QJsonObject at = panel[u"gridPos"].toObject();
            const QRect place(at[u"x"].toInt(-1), at[u"y"].toInt(-1), at[u"w"].toInt(), at[u"h"].toInt());
            QVERIFY2(place.isValid() && QRect(0, 0, 24, 1000).contains(place), title);
            for (const QRect &other : places)
                QVERIFY2(!place.intersects(other), title);
            places.append(place);
            if (panel[u"type"].toString() == u"row")
                continue;
            QCOMPARE(panel[u"datasource"][u"uid"].toString(), u"${datasource}"_s);
            QSet<QString> references;
            for (const QJsonValue target : panel[u"targets"].toArray()) {
                QVERIFY2(target[u"expr"].toString().contains(u"instance=~\"$instance\""), title);
                references.insert(target[u"refId"].toString());
            }
            QVERIFY2(!references.isEmpty() && references.size() == panel[u"targets"].toArray().size(), title);
        }
    }

    void dashboardCanBeImported()
    {
        QVERIFY(m_dashboard[u"schemaVersion"].toInt() >= 36);
        QVERIFY(!m_dashboard[u"uid"].toString().isEmpty());
        QVERIFY(m_dashboard[u"id"].isNull());
        QStringList variables;
        for (const QJsonValue variable : m_dashboard[u"templating"][u"list"].toArray())
            variables.append(variable[u"name"].toString());
        QCOMPARE(variables, QStringList({u"datasource"_s, u"instance"_s}));
    }

    void alertsAreValid()
    {
        QCOMPARE(complaintsOfPromtool({u"check"_s, u"rules"_s, pathOf("packaging/prometheus/alerts.yml")}),
                 QByteArray());
    }

    /// Each of them, with series in which it has to come and others in which it must not.
    void alertsComeWhenTheyShould()
    {
        QCOMPARE(complaintsOfPromtool({u"test"_s, u"rules"_s, pathOf("packaging/prometheus/alerts.test.yml")}),
                 QByteArray());
        const QByteArray cases = contents("packaging/prometheus/alerts.test.yml");
        for (const QByteArray &line : contents("packaging/prometheus/alerts.yml").split('\n')) {
            if (const QByteArray text = line.trimmed(); text.startsWith("- alert: "))
                QVERIFY2(cases.contains(QByteArray("alertname: " + text.mid(9) + "\n")), text.constData());
        }
    }

    void everyMetricIsDescribed()
    {
        const QByteArray page = contents("docs/operations/monitoring.md");
        for (QString name : m_names) {
            for (const QString &part : {u"_bucket"_s, u"_sum"_s, u"_count"_s})
                name.remove(QRegularExpression(QString(part + u'$')));
            QVERIFY2(page.contains(QByteArray('`' + name.toUtf8() + '`')) ||
                         page.contains(QByteArray('`' + name.toUtf8() + '{')),
                     qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(TestMonitoring)
#include "tst_monitoring.moc"
