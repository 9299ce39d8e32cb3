#pragma once

#include "app/desktop/viewmodels/status_model.h"

#include <QJsonObject>

namespace nova
{

/// What an event `task_updated` says: "deploy is running", "Tasks: 3 waiting · 1 running · 9 done".
[[nodiscard]] QString taskSentence(const QJsonObject &data);
[[nodiscard]] StatusModel::Mark taskMark(const QJsonObject &data);

/// "3 waiting · 1 running · 9 done".
[[nodiscard]] QString taskCountsWords(qint64 waiting, qint64 running, qint64 done);
/// "2 failed"; empty where none did.
[[nodiscard]] QString failedTasksWords(qint64 failed);

} // namespace nova
