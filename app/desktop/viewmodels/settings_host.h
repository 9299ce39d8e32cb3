#pragma once

#include "core/base/reply.h"
#include "core/documents/document.h"
#include "core/settings/settings_editor.h"

#include <QObject>

namespace nova
{

/// Nova's own settings as the settings page needs them: what the file says, what is in force, and how to change it.
/// Implemented over the running program. UI thread.
class SettingsHost : public QObject
{
    Q_OBJECT

public:
    struct Web {
        bool listening = false;
        QString address{}; ///< "http://127.0.0.1:8765"
        bool authenticates = true;

        bool operator==(const Web &) const = default;
    };

    ~SettingsHost() override;

    /// What the file says, with the defaults of what it does not say.
    [[nodiscard]] virtual SettingValues inFile() const = 0;
    [[nodiscard]] virtual SettingValues inForce() const = 0;
    /// Settings that the file does not decide, and what does: "NOVA_SERVER_PORT", "--port".
    [[nodiscard]] virtual QMap<QString, QString> overrides() const = 0;
    [[nodiscard]] virtual DocumentStatus file() const = 0;
    /// Why what the file says is not in force; empty where it is.
    [[nodiscard]] virtual QString problem() const = 0;
    /// Puts the changes in force and into the file: all of them, or none.
    virtual void apply(const SettingChanges &changes, const Reply<void> &reply) = 0;

    [[nodiscard]] virtual Web web() const = 0;
    /// A link that signs one browser in, once.
    virtual void makeLink(const Reply<QString> &reply) = 0;
    [[nodiscard]] virtual Result<QString> token() const = 0;
    /// Tries an address of Redis, without saving it; a sentence either way.
    virtual void testRedis(const QString &url, const Reply<QString> &reply) = 0;

    /// Whether the program starts with the desktop session.
    [[nodiscard]] virtual bool autostart() const = 0;
    [[nodiscard]] virtual Result<void> setAutostart(bool on) = 0;

Q_SIGNALS:
    /// Anything of all this is another now.
    void changed();
};

} // namespace nova
