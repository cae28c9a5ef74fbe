# `cmake --install build --prefix P`: everything in FHS places, found from where the binary lies, so
# that P can be moved; and, from the same rules, a Debian package (cpack --config build/package.cmake).
#   bin/rapporteur              lib/rapporteur/office/filler.uno.so
#   share/rapporteur/{plugins,templates}  share/doc/rapporteur  share/man/{,fr/}man1
#   completions of bash, zsh, fish; the catalogues of messages are in the binary
include(GNUInstallDirs)

# Not lib/<multiarch>: the component is private, and found as ../lib/rapporteur/office; a folder deeper
# than needed, or CPack takes it for a library that ldconfig must know.
install(TARGETS rapporteur RUNTIME DESTINATION bin)
install(TARGETS filler LIBRARY DESTINATION lib/rapporteur/office)
set_target_properties(rapporteur filler PROPERTIES INSTALL_RPATH ${LO_HOME}/program)

install(DIRECTORY plugins templates DESTINATION share/rapporteur
  PATTERN source EXCLUDE PATTERN tests EXCLUDE PATTERN templates/common EXCLUDE)
install(FILES README.md ARCHITECTURE.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY samples DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Made by the binary itself, so that they never lag behind its commands.
set(share ${CMAKE_BINARY_DIR}/share)
add_custom_command(
  OUTPUT ${share}/en/rapporteur.1.gz ${share}/fr/rapporteur.1.gz
  COMMAND ${CMAKE_COMMAND} -E make_directory ${share}/en ${share}/fr
  COMMAND rapporteur man --messages en > ${share}/en/rapporteur.1
  COMMAND rapporteur man --messages fr > ${share}/fr/rapporteur.1
  COMMAND gzip -9nf ${share}/en/rapporteur.1 ${share}/fr/rapporteur.1
  DEPENDS rapporteur VERBATIM)
add_custom_target(man_pages ALL DEPENDS ${share}/en/rapporteur.1.gz ${share}/fr/rapporteur.1.gz)
install(FILES ${share}/en/rapporteur.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${share}/fr/rapporteur.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/fr/man1)
install(FILES core/cli/completion/rapporteur.bash
  DESTINATION share/bash-completion/completions RENAME rapporteur)
install(FILES core/cli/completion/rapporteur.zsh
  DESTINATION share/zsh/vendor-completions RENAME _rapporteur)
install(FILES core/cli/completion/rapporteur.fish DESTINATION share/fish/vendor_completions.d)

# The package. What the binary is linked with is found by dpkg-shlibdeps; below stands what no linker
# sees: the office that is started, the fonts that the formats declare.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME rapporteur)
set(CPACK_PACKAGE_CONTACT "The authors of rapporteur <maintainers@rapporteur.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "report compiler for programmes of ministries and donors")
set(CPACK_PACKAGE_DESCRIPTION
"Turns a programme's plan (results chain, budgets, narrative) into the
finished document that a donor or a ministry prescribes, as ODT, DOCX and
PDF, in French and in English. It checks that the figures agree and says
where they do not.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libreoffice-writer (>= 4:7.4), libreoffice-calc (>= 4:7.4), \
fonts-crosextra-carlito, fonts-dejavu-core, fonts-liberation")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion, man-db")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
install(FILES packaging/copyright DESTINATION share/doc/rapporteur)
install(FILES packaging/lintian-overrides DESTINATION share/lintian/overrides RENAME rapporteur)
add_custom_command(
  OUTPUT ${share}/changelog.gz
  COMMAND gzip -9nc ${CMAKE_SOURCE_DIR}/packaging/changelog > ${share}/changelog.gz
  DEPENDS ${CMAKE_SOURCE_DIR}/packaging/changelog VERBATIM)
add_custom_target(changelog ALL DEPENDS ${share}/changelog.gz)
install(FILES ${share}/changelog.gz DESTINATION share/doc/rapporteur)
# Not where CMake looks for it: it would claim the target name `package`, which a stage bears.
set(CPACK_OUTPUT_CONFIG_FILE ${CMAKE_BINARY_DIR}/package.cmake)
set(CPACK_SOURCE_OUTPUT_CONFIG_FILE ${CMAKE_BINARY_DIR}/source-package.cmake)
include(CPack)
