#pragma once

#include "core/base/result.h"

#include <functional>
#include <memory>

namespace nova
{

/// What a text means. Subclassed by what a document is about; immutable once made.
struct Interpretation {
    virtual ~Interpretation() = default;
    [[nodiscard]] bool valid() const { return errors.isEmpty(); }

    QList<Diagnostic> errors;
    QList<Diagnostic> warnings;
};
using InterpretationPtr = std::shared_ptr<const Interpretation>;

/// A pure function from a text to its meaning. Called on the worker thread.
using Interpreter = std::function<InterpretationPtr(const QByteArray &)>;

/// One text with its revision and meaning; immutable, shared between threads.
struct DocumentText {
    QByteArray bytes;
    QString revision; ///< Empty where there is no file.
    InterpretationPtr meaning;
};
using DocumentTextPtr = std::shared_ptr<const DocumentText>;

/// The text that an edit leads to, and its meaning where the edit has made it anyway.
struct EditedText {
    EditedText(QByteArray text,
               InterpretationPtr known = {}) // NOLINT(google-explicit-constructor): a text is an edit's result
        : bytes(std::move(text))
        , meaning(std::move(known))
    {
    }
    QByteArray bytes;
    InterpretationPtr meaning;
};

/// Makes the new text from the newest one. Called on the worker thread; `base.revision` is empty without a file.
using TextEdit = std::function<Result<EditedText>(const DocumentText &base)>;

} // namespace nova
