@echo off
rem Runs ClusterSim: builds the command line when its sources have changed, then hands over to it.
rem Exit code 2 where the .NET SDK is missing, 1 where the build fails, otherwise the program's own.
setlocal
set "root=%~dp0"
set "build=%root%.build"
set "program=%build%\bin\ClusterSim.Cli\release\clustersim.dll"
set "stamp=%build%\stamp"
set "lock=%build%\lock"

where dotnet >nul 2>nul
if errorlevel 1 goto :nodotnet
call :fresh
if not errorlevel 1 goto :run

dotnet --list-sdks | findstr /b /c:"10." >nul
if errorlevel 1 goto :oldsdk
if not exist "%build%" mkdir "%build%"
set "told="

:lock
rem Making a folder succeeds for one of us only.
mkdir "%lock%" 2>nul && goto :locked
if not defined told echo waiting for another build of ClusterSim ^(if there is none, delete "%lock%"^) ... 1>&2
set "told=yes"
ping -n 2 127.0.0.1 >nul
goto :lock

:locked
call :fresh
if not errorlevel 1 goto :built
echo building ClusterSim (once, about 30 s) ... 1>&2
rem Dated before the build, so that an edit during it counts as newer.
type nul >"%stamp%.new"
set "MSBUILDDISABLENODEREUSE=1"
set "DOTNET_NOLOGO=1"
dotnet build "%root%src\ClusterSim.Cli\ClusterSim.Cli.csproj" -c Release --artifacts-path "%build%" -v quiet -tl:off -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -p:UseSharedCompilation=false >"%build%\build.log" 2>&1 <nul
if errorlevel 1 goto :failed
move /y "%stamp%.new" "%stamp%" >nul

:built
rmdir "%lock%"

:run
endlocal & dotnet "%program%" %*
exit /b %errorlevel%

:failed
rmdir "%lock%"
type "%build%\build.log" 1>&2
echo clustersim: the build failed; its messages stand above and in "%build%\build.log" 1>&2
exit /b 1

:nodotnet
echo ClusterSim needs the .NET SDK, version 10, and there is no 'dotnet' on the PATH. 1>&2
goto :install

:oldsdk
echo ClusterSim needs the .NET SDK, version 10. This machine has: 1>&2
dotnet --list-sdks 1>&2

:install
echo Install it from https://dotnet.microsoft.com/download/dotnet/10.0 (choose SDK, not Runtime), open a new terminal, and run the command again. 1>&2
exit /b 2

:fresh
rem 0 if nothing that the program is built from is newer than the last build.
if not exist "%program%" exit /b 1
if not exist "%stamp%" exit /b 1
powershell -NoProfile -Command "$root = $env:root; $built = (Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; $names = 'src', 'scenarios', 'docs\model\facts.txt', 'Directory.Build.props', 'Directory.Packages.props', 'global.json'; $newer = $names | ForEach-Object { Join-Path $root $_ } | Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Get-Item -LiteralPath $_; Get-ChildItem -LiteralPath $_ -Recurse } | Where-Object { $_.FullName -notmatch '[\\/](bin|obj)([\\/]|$)' -and $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1; exit [int]($null -ne $newer)"
exit /b %errorlevel%
