; Inno Setup: the installer for Windows. iscc /DVersion=0.1.0 packaging\windows\qualcode.iss
#ifndef Version
  #define Version "0.0.0"
#endif

[Setup]
AppId={{6B1E1B0F-6E0E-4B53-9A0B-3C1E4C51D0A7}
AppName=QualCode
AppVersion={#Version}
AppPublisher=The QualCode founders
DefaultDirName={autopf}\QualCode
DefaultGroupName=QualCode
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\qualcode.ico
UninstallDisplayIcon={app}\qualcode.exe
OutputDir=..\..\dist
OutputBaseFilename=qualcode-{#Version}-windows
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\dist\qualcode\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\QualCode"; Filename: "{app}\qualcode.exe"
Name: "{autodesktop}\QualCode"; Filename: "{app}\qualcode.exe"; Tasks: desktop

[Tasks]
Name: desktop; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Registry]
Root: HKA; Subkey: "Software\Classes\.qualcode"; ValueType: string; ValueData: "QualCode.project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\QualCode.project"; ValueType: string; ValueData: "QualCode project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\QualCode.project\DefaultIcon"; ValueType: string; ValueData: "{app}\qualcode.exe,0"
Root: HKA; Subkey: "Software\Classes\QualCode.project\shell\open\command"; ValueType: string; ValueData: """{app}\qualcode.exe"" ""%1"""

[Run]
Filename: "{app}\qualcode.exe"; Description: "{cm:LaunchProgram,QualCode}"; Flags: nowait postinstall skipifsilent
