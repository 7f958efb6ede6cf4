namespace Conformance.Containers;

/// <summary>The ids of the rules that the containers report, by the names that the catalogue gives them.</summary>
internal static class ContainerRules
{
    public const string AbsolutePath = "ARC001";
    public const string ParentPart = "ARC002";
    public const string DriveLetter = "ARC003";
    public const string Backslash = "ARC004";
    public const string NulInPath = "ARC005";
    public const string ControlCharacterInPath = "ARC006";
    public const string EmptyOrDotPart = "ARC007";
    public const string PathNotUtf8 = "ARC008";
    public const string EmptyPath = "ARC009";

    public const string LinkOutOfTree = "ARC010";
    public const string SymbolicLink = "ARC011";
    public const string HardLink = "ARC012";
    public const string HardLinkWithoutTarget = "ARC013";
    public const string SpecialFile = "ARC014";

    public const string DuplicatePath = "ARC015";
    public const string CaseCollision = "ARC016";
    public const string NormalizationCollision = "ARC017";
    public const string FileAlsoDirectory = "ARC018";
    public const string EncryptedEntry = "ARC020";
    public const string ExtensionMismatch = "ARC021";
    public const string UnnamedContainer = "ARC022";
    public const string RarContainer = "ARC023";
    public const string DamagedContainer = "ARC024";

    public const string TarHeaderChecksum = "ARC030";
    public const string TarTruncated = "ARC031";
    public const string TarEndMissing = "ARC032";
    public const string TarDataAfterEnd = "ARC033";
    public const string TarNumber = "ARC034";
    public const string PaxRecord = "ARC035";
    public const string TarTwoSizes = "ARC036";
    public const string TarUnknownType = "ARC037";
    public const string TarSparse = "ARC038";
    public const string TarTwoNames = "ARC039";
    public const string TarDanglingExtension = "ARC040";
    public const string PaxGlobalOverride = "ARC041";
    public const string TarUnexpectedData = "ARC042";

    public const string GzipTruncated = "ARC050";
    public const string GzipChecksum = "ARC051";
    public const string GzipLength = "ARC052";
    public const string GzipDamaged = "ARC053";
    public const string GzipMembers = "ARC054";
    public const string GzipTrailingBytes = "ARC055";
    public const string GzipHeader = "ARC056";

    public const string ZipNoDirectory = "ARC060";
    public const string ZipDirectoryDamaged = "ARC061";
    public const string ZipCount = "ARC062";
    public const string ZipLocalHeaderMissing = "ARC063";
    public const string ZipHeadersDisagree = "ARC064";
    public const string ZipOverlap = "ARC065";
    public const string ZipLength = "ARC066";
    public const string ZipChecksum = "ARC067";
    public const string ZipMethod = "ARC068";
    public const string ZipDataDamaged = "ARC069";
    public const string ZipBytesBefore = "ARC070";
    public const string ZipBytesAfter = "ARC071";
    public const string ZipUnlistedBytes = "ARC072";
    public const string ZipComment = "ARC073";
    public const string Zip64FieldMissing = "ARC074";
    public const string ZipSeveralDisks = "ARC075";
    public const string ZipTwoEnds = "ARC076";
    public const string ZipNameEncoding = "ARC077";
    public const string ZipTwoNames = "ARC078";
    public const string ZipDirectoryWithContent = "ARC079";

    public const string EntryLimit = "LIM001";
    public const string TotalBytesLimit = "LIM002";
    public const string RatioLimit = "LIM003";
    public const string PathDepthLimit = "LIM004";
    public const string PathBytesLimit = "LIM005";
    public const string RememberedPathsLimit = "LIM006";
    public const string HeaderBytesLimit = "LIM007";
}
