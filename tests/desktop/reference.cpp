#include "tests/desktop/reference.h"

#include <QDir>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

constexpr int tolerance = 16;         ///< Of a channel.
constexpr double shareAllowed = 2e-4; ///< Of the pixels: less than a small mark that has moved.

bool isAlike(QRgb one, QRgb other)
{
    return std::abs(qRed(one) - qRed(other)) <= tolerance && std::abs(qGreen(one) - qGreen(other)) <= tolerance &&
           std::abs(qBlue(one) - qBlue(other)) <= tolerance;
}

/// What is alike is pale, what is not is red.
QImage differenceOf(const QImage &picture, const QImage &kept, qsizetype &differing)
{
    QImage difference = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            const bool alike = isAlike(pixel, kept.pixel(x, y));
            differing += alike ? 0 : 1;
            difference.setPixel(x, y,
                                alike ? qRgb(192 + qGray(pixel) / 4, 192 + qGray(pixel) / 4, 192 + qGray(pixel) / 4)
                                      : qRgb(220, 0, 0));
        }
    }
    return difference;
}

} // namespace

QString compareWithReference(const QImage &picture, const QString &name)
{
    if (picture.isNull())
        return u"The window does not come to rest."_s;
    const QString file = u"" NOVA_REFERENCES "/%1.png"_s.arg(name);
    if (qEnvironmentVariableIsSet("NOVA_UPDATE_REFERENCES")) {
        QDir().mkpath(u"" NOVA_REFERENCES ""_s);
        return picture.save(file, "PNG", 0) ? QString() : u"%1 cannot be written."_s.arg(file);
    }
    const auto keep = [&name](const QImage &image, const QString &what) {
        QDir().mkpath(u"" NOVA_SCREENSHOTS ""_s);
        image.save(u"" NOVA_SCREENSHOTS "/%1-%2.png"_s.arg(name, what));
    };
    const QImage kept(file);
    if (kept.size() != picture.size()) {
        keep(picture, u"actual"_s);
        return kept.isNull() ? u"There is no %1."_s.arg(file) : u"%1 has another size."_s.arg(file);
    }
    qsizetype differing = 0;
    const QImage difference = differenceOf(picture, kept, differing);
    const double share = double(differing) / (double(picture.width()) * picture.height());
    if (share <= shareAllowed)
        return {};
    keep(picture, u"actual"_s);
    keep(difference, u"difference"_s);
    return u"%1 of the pixels of %2 are others; see " NOVA_SCREENSHOTS
           "/%3-difference.png"_s.arg(QString::number(share * 100, 'f', 3) + u'%', file, name);
}

} // namespace nova::test
