using System.Globalization;
using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Findings;
using Conformance.Signatures.Cryptography;

namespace Conformance.Signatures.Keys;

/// <summary>
/// Reads a file of keys in any of the forms that <c>--keys</c> takes: the simple form, answers of servers by server, one answer of a
/// server or of a notary, or a signing key.
/// </summary>
internal sealed partial class KeyFileReader
{
    // Numbers are judged where one is needed, and no file is worse for its mark.
    private static readonly FaultSet Harmless = FaultSet.Of(
        FaultKind.Float, FaultKind.IntegralFloat, FaultKind.IntegerOutOfRange, FaultKind.NegativeZero, FaultKind.NumberOverflow,
        FaultKind.JsonByteOrderMark);

    /// <summary>Problems that tell their place in full: finding it walks through the file, which may have very many.</summary>
    private const int PlacedProblems = 200;

    private readonly string _file;
    private readonly Ed25519Library? _library;
    private readonly List<ServerKey> _keys = [];
    private readonly List<KeyAnswer> _answers = [];
    private readonly List<KeyProblem> _problems = [];

    private readonly bool _isItem;

    private KeyFileReader(string file, Ed25519Library? library, bool isItem = false)
    {
        _file = file;
        _library = library;
        _isItem = isItem;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name, for problems.</param>
    /// <param name="library">Checks the signatures of answers, and derives public keys; null when there is none.</param>
    /// <param name="ownServer">The server that a signing key is of; null when it isn't known.</param>
    /// <returns>What the file holds.</returns>
    public static KeyFile Read(ReadOnlyMemory<byte> bytes, string file, Ed25519Library? library, string? ownServer = null)
    {
        var reader = new KeyFileReader(Quoting.Safe(file), library);
        if (SigningKeyLine.LooksLike(bytes.Span))
        {
            reader.ReadSigningKeys(bytes.Span, ownServer);
        }
        else
        {
            reader.ReadJson(bytes);
        }

        if (reader._keys.Count == 0 && reader._problems.Count == 0)
        {
            reader.Report(KeyProblemKind.NoKeys, default);
        }

        return new KeyFile(reader._file, reader._keys, reader._answers, reader._problems);
    }

    /// <summary>Reads the archive's own item of keys, which has the JSON forms of a file.</summary>
    /// <param name="document">The item as a document without faults that make it doubtful.</param>
    /// <param name="member">Its name, for problems.</param>
    /// <param name="library">Checks the signatures of answers; null when there is none.</param>
    /// <returns>What the item holds; each key knows its place.</returns>
    public static KeyFile ReadItem(Document document, string member, Ed25519Library? library)
    {
        var reader = new KeyFileReader(Quoting.Safe(member), library, isItem: true);
        reader.ReadRoot(document.Root);
        return new KeyFile(reader._file, reader._keys, reader._answers, reader._problems);
    }

    /// <summary>Whether a document is read as a file of keys: a name that stands twice, or bytes that are no JSON, leave all of it in doubt.</summary>
    public static bool IsDoubtful(Document document) => document.Faults.Any(fault => !Harmless.Contains(fault.Kind));

    private void ReadSigningKeys(ReadOnlySpan<byte> text, string? server)
    {
        if (server is null)
        {
            Report(KeyProblemKind.NoServer, default);
            return;
        }

        var source = new KeySource(KeySourceKind.SigningKeyFile, _file);
        foreach (Range line in text.Split((byte)'\n'))
        {
            if (text[line].Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            if (SigningKeyLine.TryRead(text[line], server, _library, source, "", out KeyProblem? problem) is { } key)
            {
                _keys.Add(key);
            }
            else
            {
                _problems.Add(problem!);
            }
        }
    }

    private void ReadJson(ReadOnlyMemory<byte> bytes)
    {
        Document document = DocumentReader.Read(bytes, DocumentEncoding.Json);
        foreach (DocumentFault fault in document.Faults)
        {
            if (!Harmless.Contains(fault.Kind))
            {
                bool isDuplicate = fault.Kind == FaultKind.DuplicateKey;
                Report(
                    isDuplicate ? KeyProblemKind.DuplicateName : KeyProblemKind.NotReadable,
                    isDuplicate && fault.Node >= 0 ? document[fault.Node] : default,
                    isDuplicate ? Quoting.Safe(fault.Text) : $"at byte {fault.Offset}");
                return;
            }
        }

        ReadRoot(document.Root);
    }

    private void ReadRoot(Node root)
    {
        if (root.Kind != NodeKind.Map)
        {
            Report(KeyProblemKind.NotAnObject, default);
        }
        else if (root.Get("server_keys"u8).Kind == NodeKind.Array)
        {
            int position = 0;
            foreach (Node answer in root.Get("server_keys"u8).Elements())
            {
                ReadAnswer(answer, KindOf(KeySourceKind.NotaryAnswer), null, string.Create(CultureInfo.InvariantCulture, $"/server_keys/{position++}"));
            }
        }
        else if (root.Get("server_name"u8).Kind == NodeKind.Text)
        {
            ReadAnswer(root, KindOf(KeySourceKind.ServerAnswer), null, "");
        }
        else
        {
            ReadServers(root);
        }
    }

    private void ReadServers(Node root)
    {
        foreach ((Node name, Node value) in root.Members())
        {
            string server = name.AsString()!;
            string at = "/" + NodePointer.Escape(server);
            if (ServerName.Check(name.Utf8) != IdentifierFault.None)
            {
                Report(KeyProblemKind.BadServerName, value, Quoting.Safe(server));
            }
            else if (value.Get("verify_keys"u8).Exists)
            {
                ReadAnswer(value, KindOf(KeySourceKind.ServerAnswer), server, at);
            }
            else if (value.Kind == NodeKind.Map)
            {
                foreach ((Node id, Node key) in value.Members())
                {
                    ReadKey(server, at, id, key, new KeySource(KindOf(KeySourceKind.KeysFile), _file), ReadTime(key, "valid_until_ts"u8), ReadTime(key, "expired_ts"u8), _keys);
                }
            }
            else
            {
                Report(KeyProblemKind.NotKeys, value, Quoting.Safe(server));
            }
        }
    }

    private KeySourceKind KindOf(KeySourceKind ofFile) => _isItem ? KeySourceKind.ArchiveKeys : ofFile;

    private void Report(KeyProblemKind kind, Node at, string subject = "") => _problems.Add(
        new KeyProblem(kind, _file, at.Exists && _problems.Count < PlacedProblems ? Quoting.Safe(NodePointer.Of(at)) : "", subject) { Offset = at.Exists ? at.Offset : -1 });
}
