// The fields of the v1.36 API of every kind that a manifest may have, as plain facts: `name`, or `name:Type` where a type
// of its own stands there. What is not looked into (a security context, a node's own volume kinds) has no type.

const POD_TEMPLATE = 'metadata:Meta spec:PodSpec';
const META =
  'annotations creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers generateName generation labels ' +
  'managedFields name namespace ownerReferences resourceVersion selfLink uid';

/** By type. `[]` after a name: a list of them. */
export const TYPES: Readonly<Record<string, string>> = {
  Meta: META,
  PodTemplate: POD_TEMPLATE,
  Selector: 'matchLabels matchExpressions[]:SelectorRequirement',
  SelectorRequirement: 'key operator values',
  PodSpec:
    'activeDeadlineSeconds affinity:Affinity automountServiceAccountToken containers[]:Container dnsConfig dnsPolicy ' +
    'enableServiceLinks ephemeralContainers hostAliases hostIPC hostNetwork hostPID hostUsers hostname hostnameOverride ' +
    'imagePullSecrets initContainers[]:Container nodeName nodeSelector os overhead preemptionPolicy priority ' +
    'priorityClassName readinessGates resourceClaims resources:Resources restartPolicy runtimeClassName schedulerName ' +
    'schedulingGates schedulingGroup securityContext serviceAccount serviceAccountName setHostnameAsFQDN ' +
    'shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations[]:Toleration ' +
    'topologySpreadConstraints[]:Spread volumes[]:Volume',
  Affinity: 'nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAffinity',
  NodeAffinity:
    'requiredDuringSchedulingIgnoredDuringExecution:NodeSelector ' +
    'preferredDuringSchedulingIgnoredDuringExecution[]:NodePreference',
  NodeSelector: 'nodeSelectorTerms[]:NodeTerm',
  NodeTerm: 'matchExpressions[]:SelectorRequirement matchFields[]:SelectorRequirement',
  NodePreference: 'weight preference:NodeTerm',
  PodAffinity:
    'requiredDuringSchedulingIgnoredDuringExecution[]:PodTerm ' +
    'preferredDuringSchedulingIgnoredDuringExecution[]:PodPreference',
  PodTerm: 'labelSelector:Selector matchLabelKeys mismatchLabelKeys namespaceSelector:Selector namespaces topologyKey',
  PodPreference: 'weight podAffinityTerm:PodTerm',
  Toleration: 'effect key operator tolerationSeconds value',
  Spread:
    'labelSelector:Selector matchLabelKeys maxSkew minDomains nodeAffinityPolicy nodeTaintsPolicy topologyKey ' +
    'whenUnsatisfiable',
  Container:
    'args command env[]:Variable envFrom[]:Source image imagePullPolicy lifecycle:Lifecycle livenessProbe:Probe name ' +
    'ports[]:ContainerPort readinessProbe:Probe resizePolicy resources:Resources restartPolicy ' +
    'restartPolicyRules[]:RestartRule securityContext startupProbe:Probe stdin stdinOnce terminationMessagePath ' +
    'terminationMessagePolicy tty volumeDevices volumeMounts[]:Mount workingDir',
  Variable: 'name value valueFrom:ValueFrom',
  ValueFrom: 'configMapKeyRef:KeyRef fieldRef:FieldRef fileKeyRef resourceFieldRef secretKeyRef:KeyRef',
  KeyRef: 'key name optional',
  FieldRef: 'apiVersion fieldPath',
  Source: 'configMapRef:NameRef prefix secretRef:NameRef',
  NameRef: 'name optional',
  Lifecycle: 'postStart:Hook preStop:Hook stopSignal',
  Hook: 'exec:Exec httpGet:HttpGet sleep:Sleep tcpSocket:TcpSocket',
  Exec: 'command',
  HttpGet: 'host httpHeaders path port scheme',
  Sleep: 'seconds',
  TcpSocket: 'host port',
  Grpc: 'port service',
  Probe:
    'exec:Exec failureThreshold grpc:Grpc httpGet:HttpGet initialDelaySeconds periodSeconds successThreshold ' +
    'tcpSocket:TcpSocket terminationGracePeriodSeconds timeoutSeconds',
  ContainerPort: 'containerPort hostIP hostPort name protocol',
  Resources: 'claims limits requests',
  RestartRule: 'action exitCodes:ExitCodes',
  ExitCodes: 'operator values',
  Mount: 'mountPath mountPropagation name readOnly recursiveReadOnly subPath subPathExpr',
  Volume:
    'awsElasticBlockStore azureDisk azureFile cephfs cinder configMap:ConfigMapVolume csi downwardAPI ' +
    'emptyDir:EmptyDir ephemeral fc flexVolume flocker gcePersistentDisk gitRepo glusterfs hostPath image:ImageVolume ' +
    'iscsi name nfs persistentVolumeClaim:ClaimVolume photonPersistentDisk portworxVolume projected quobyte rbd scaleIO ' +
    'secret:SecretVolume storageos vsphereVolume',
  ConfigMapVolume: 'defaultMode items name optional',
  EmptyDir: 'medium sizeLimit',
  ImageVolume: 'pullPolicy reference',
  ClaimVolume: 'claimName readOnly',
  SecretVolume: 'defaultMode items optional secretName',
  DeploymentSpec:
    'minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector:Selector ' +
    'strategy:DeploymentStrategy template:PodTemplate',
  DeploymentStrategy: 'rollingUpdate:RollingUpdate type',
  RollingUpdate: 'maxSurge maxUnavailable',
  ReplicaSetSpec: 'minReadySeconds replicas selector:Selector template:PodTemplate',
  StatefulSetSpec:
    'minReadySeconds ordinals persistentVolumeClaimRetentionPolicy podManagementPolicy replicas revisionHistoryLimit ' +
    'selector:Selector serviceName template:PodTemplate updateStrategy:StatefulSetStrategy ' +
    'volumeClaimTemplates[]:ClaimTemplate',
  StatefulSetStrategy: 'rollingUpdate:PartitionedUpdate type',
  PartitionedUpdate: 'maxUnavailable partition',
  ClaimTemplate: 'apiVersion kind metadata:Meta spec:ClaimSpec status',
  DaemonSetSpec:
    'minReadySeconds revisionHistoryLimit selector:Selector template:PodTemplate updateStrategy:DeploymentStrategy',
  JobSpec:
    'activeDeadlineSeconds backoffLimit backoffLimitPerIndex completionMode completions managedBy manualSelector ' +
    'maxFailedIndexes parallelism podFailurePolicy podReplacementPolicy selector successPolicy suspend ' +
    'template:PodTemplate ttlSecondsAfterFinished',
  CronJobSpec:
    'concurrencyPolicy failedJobsHistoryLimit jobTemplate:JobTemplate schedule startingDeadlineSeconds ' +
    'successfulJobsHistoryLimit suspend timeZone',
  JobTemplate: 'metadata:Meta spec:JobSpec',
  ServiceSpec:
    'allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy ' +
    'healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP ' +
    'loadBalancerSourceRanges ports[]:ServicePort publishNotReadyAddresses selector sessionAffinity ' +
    'sessionAffinityConfig trafficDistribution type',
  ServicePort: 'appProtocol name nodePort port protocol targetPort',
  AutoscalerSpec: 'behavior:Behavior maxReplicas metrics[]:Metric minReplicas scaleTargetRef:ScaleTarget',
  Behavior: 'scaleDown:ScalingRules scaleUp:ScalingRules',
  ScalingRules: 'policies[]:ScalingPolicy selectPolicy stabilizationWindowSeconds tolerance',
  ScalingPolicy: 'periodSeconds type value',
  ScaleTarget: 'apiVersion kind name',
  Metric:
    'containerResource:ContainerResourceMetric external:ExternalMetric object:ObjectMetric pods:PodsMetric ' +
    'resource:ResourceMetric type',
  ContainerResourceMetric: 'container name target',
  ExternalMetric: 'metric:MetricName target',
  ObjectMetric: 'describedObject metric:MetricName target',
  PodsMetric: 'metric:MetricName target',
  ResourceMetric: 'name target',
  MetricName: 'name selector:Selector',
  BudgetSpec: 'maxUnavailable minAvailable selector:Selector unhealthyPodEvictionPolicy',
  QuotaSpec: 'hard:QuotaHard scopeSelector scopes',
  QuotaHard:
    'cpu memory pods requests.cpu requests.memory limits.cpu limits.memory requests.storage persistentvolumeclaims ' +
    'configmaps secrets services services.nodeports services.loadbalancers replicationcontrollers resourcequotas ' +
    'ephemeral-storage requests.ephemeral-storage limits.ephemeral-storage requests.example.com/gpu ' +
    'count/deployments.apps gold.storageclass.storage.k8s.io/requests.storage',
  ClaimSpec:
    'accessModes dataSource dataSourceRef resources:ClaimResources selector storageClassName volumeAttributesClassName ' +
    'volumeMode volumeName',
  ClaimResources: 'limits requests',
};

/** Beside apiVersion and kind. */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  Pod: `metadata:Meta spec:PodSpec status`,
  Deployment: 'metadata:Meta spec:DeploymentSpec status',
  ReplicaSet: 'metadata:Meta spec:ReplicaSetSpec status',
  StatefulSet: 'metadata:Meta spec:StatefulSetSpec status',
  DaemonSet: 'metadata:Meta spec:DaemonSetSpec status',
  Job: 'metadata:Meta spec:JobSpec status',
  CronJob: 'metadata:Meta spec:CronJobSpec status',
  Service: 'metadata:Meta spec:ServiceSpec status',
  HorizontalPodAutoscaler: 'metadata:Meta spec:AutoscalerSpec status',
  PodDisruptionBudget: 'metadata:Meta spec:BudgetSpec status',
  Namespace: 'metadata:Meta spec status',
  ResourceQuota: 'metadata:Meta spec:QuotaSpec status',
  ConfigMap: 'binaryData data immutable metadata:Meta',
  Secret: 'data immutable metadata:Meta stringData type',
  PersistentVolumeClaim: 'metadata:Meta spec:ClaimSpec status',
  PriorityClass: 'description globalDefault metadata:Meta preemptionPolicy value',
};

/** A name, the type that stands there, and whether in a list. */
export interface Field {
  readonly name: string;
  readonly type: string | undefined;
  readonly isList: boolean;
}

export function fieldsOf(text: string): readonly Field[] {
  return text.split(' ').map((field) => {
    const [name = '', type] = field.split(':');
    return { name: name.replace('[]', ''), type, isList: name.endsWith('[]') };
  });
}
