#pragma once

#include "core/base/worker.h"
#include "core/transfer/foreign_files.h"

#include <memory>

namespace nova
{

/// ForeignFiles over the disk, by a thread of its own that starts with the first question.
class LocalForeignFiles : public ForeignFiles
{
public:
    LocalForeignFiles(QString home, QList<UsualPlace> places);
    ~LocalForeignFiles() override;

    /// Those of whoever runs this program.
    [[nodiscard]] static std::unique_ptr<LocalForeignFiles> ofThisUser();

    void find(Reply<QList<FoundPlace>> reply) override;
    void read(QString path, Reply<QByteArray> reply) override;
    void write(QString path, QByteArray text, Reply<QString> reply) override;

private:
    [[nodiscard]] QString absolute(const QString &path) const;
    Worker &worker();

    const QString m_home;
    const QList<UsualPlace> m_places;
    std::unique_ptr<Worker> m_worker;
};

} // namespace nova
