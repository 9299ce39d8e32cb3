# How every target of Nova is compiled: one interface target, so that a warning or a define is decided once.
add_library(nova_options INTERFACE)
target_compile_features(nova_options INTERFACE cxx_std_20)
target_include_directories(nova_options INTERFACE "${PROJECT_SOURCE_DIR}")

target_compile_options(nova_options INTERFACE
  -Wall -Wextra -Wpedantic -Werror
  -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
  -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wdouble-promotion -Wundef
  -fstack-protector-strong)
# GCC 13 and 14 take the empty half of a tl::expected for something that is read.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(nova_options INTERFACE -Wno-maybe-uninitialized)
endif()
if(CMAKE_BUILD_TYPE MATCHES "Rel")
  target_compile_definitions(nova_options INTERFACE _FORTIFY_SOURCE=2)
  # Addresses of functions are looked up at the start and read-only from then on.
  target_link_options(nova_options INTERFACE -Wl,-z,relro -Wl,-z,now)
endif()

target_compile_definitions(nova_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_JAVA_STYLE_ITERATORS
  QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# A hundred programs are linked for the tests; mold does each in a fraction of the time.
find_program(NOVA_MOLD mold)
mark_as_advanced(NOVA_MOLD)
if(NOVA_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_CXX_COMPILER_VERSION VERSION_LESS 12.1)
  target_link_options(nova_options INTERFACE -fuse-ld=mold)
endif()

# Sanitizers come from the presets: NOVA_SANITIZE=address,undefined or thread.
set(NOVA_SANITIZE "" CACHE STRING "Sanitizers, as given to -fsanitize=")
if(NOVA_SANITIZE)
  target_compile_options(nova_options INTERFACE
    -fsanitize=${NOVA_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(nova_options INTERFACE -fsanitize=${NOVA_SANITIZE})
endif()

# A fuzzer finds its way by the coverage of the code it tests, not by its own.
if(NOVA_FUZZ)
  target_compile_options(nova_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# nova_library(name SOURCES… LINKS…): a static library of one layer.
function(nova_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  qt_add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC nova_options ${arg_LINKS})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endfunction()

# nova_program(name SOURCES… LINKS…): an executable, which is its main.cpp and little else.
function(nova_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  qt_add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE nova_options ${arg_LINKS})
endfunction()
