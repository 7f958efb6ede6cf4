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

    private readonly string _file;
    private readonly Ed25519Library? _library;
    private readonly List<ServerKey> _keys = [];
    private readonly List<KeyAnswer> _answers = [];
    private readonly List<KeyProblem> _problems = [];

    private KeyFileReader(string file, Ed25519Library? library)
    {
        _file = file;
        _library = library;
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

        Node root = document.Root;
        if (root.Kind != NodeKind.Map)
        {
            Report(KeyProblemKind.NotAnObject, default);
        }
        else if (root.Get("server_keys"u8).Kind == NodeKind.Array)
        {
            foreach (Node answer in root.Get("server_keys"u8).Elements())
            {
                ReadAnswer(answer, KeySourceKind.NotaryAnswer, null);
            }
        }
        else if (root.Get("server_name"u8).Kind == NodeKind.Text)
        {
            ReadAnswer(root, KeySourceKind.ServerAnswer, null);
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
            if (ServerName.Check(name.Utf8) != IdentifierFault.None)
            {
                Report(KeyProblemKind.BadServerName, value, Quoting.Safe(server));
            }
            else if (value.Get("verify_keys"u8).Exists)
            {
                ReadAnswer(value, KeySourceKind.ServerAnswer, server);
            }
            else if (value.Kind == NodeKind.Map)
            {
                foreach ((Node id, Node key) in value.Members())
                {
                    ReadKey(server, id, key, new KeySource(KeySourceKind.KeysFile, _file), ReadTime(key, "valid_until_ts"u8), ReadTime(key, "expired_ts"u8), _keys);
                }
            }
            else
            {
                Report(KeyProblemKind.NotKeys, value, Quoting.Safe(server));
            }
        }
    }

    private void Report(KeyProblemKind kind, Node at, string subject = "") =>
        _problems.Add(new KeyProblem(kind, _file, at.Exists ? Quoting.Safe(NodePointer.Of(at)) : "", subject));
}
