@echo off
rem Starts Portolan with the runtime that came with it, or with the java of this machine, 17 or later.
setlocal
set "home=%~dp0.."
if exist "%home%\runtime\bin\java.exe" (
  "%home%\runtime\bin\java.exe" -m io.portolan.cli/io.portolan.cli.Portolan %*
) else if defined JAVA_HOME (
  "%JAVA_HOME%\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "%home%\lib\portolan-cli.jar" %*
) else (
  java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "%home%\lib\portolan-cli.jar" %*
)
